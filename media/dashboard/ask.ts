/** What came of a question to the collector. `refused`: nobody is signed in, or what was typed is wrong. */
export type Answer<T> =
  | { readonly kind: "got"; readonly value: T }
  | { readonly kind: "refused"; readonly message: string; readonly setup: boolean; readonly elsewhere: boolean }
  | { readonly kind: "absent" }
  | { readonly kind: "failed"; readonly message: string; readonly body?: Readonly<Record<string, unknown>> };

/** Asks the collector; never throws. */
export async function ask<T>(url: string, write?: { readonly method: "POST" | "DELETE"; readonly body?: unknown }): Promise<Answer<T>> {
  try {
    const response = await fetch(url, write === undefined ? {} : {
      method: write.method,
      // A page of somebody else's cannot set it.
      headers: { "x-gatelodge": "1", ...(write.body === undefined ? {} : { "content-type": "application/json" }) },
      ...(write.body === undefined ? {} : { body: JSON.stringify(write.body) }),
    });
    if (response.status === 404) return { kind: "absent" };
    const body: unknown = await response.json().catch(() => ({}));
    if (response.ok) return { kind: "got", value: body as T };
    const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
    const message = typeof fields["message"] === "string" ? fields["message"] : `the collector answered ${response.status}`;
    return response.status === 401 ? { kind: "refused", message, setup: fields["setup"] === true, elsewhere: fields["elsewhere"] === true } : { kind: "failed", message, body: fields };
  } catch {
    return { kind: "failed", message: "the collector cannot be reached" };
  }
}

/** What to tell of an answer that is none. */
export const troubleOf = (answer: Answer<unknown>): string => (answer.kind === "got" ? "" : answer.kind === "absent" ? "there is none (any more)" : answer.message);
