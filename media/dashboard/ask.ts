/** What came of a question to the collector. */
export type Answer<T> = { readonly kind: "got"; readonly value: T } | { readonly kind: "signIn" } | { readonly kind: "absent" } | { readonly kind: "failed"; readonly message: string };

/** Asks the collector; never throws. */
export async function ask<T>(url: string, write?: { readonly method: "POST" | "DELETE"; readonly body?: unknown }): Promise<Answer<T>> {
  try {
    const response = await fetch(url, write === undefined ? {} : {
      method: write.method,
      // A page of somebody else's cannot set it.
      headers: { "x-gatelodge": "1", ...(write.body === undefined ? {} : { "content-type": "application/json" }) },
      ...(write.body === undefined ? {} : { body: JSON.stringify(write.body) }),
    });
    if (response.status === 401) return { kind: "signIn" };
    if (response.status === 404) return { kind: "absent" };
    const text = await response.text();
    if (!response.ok) return { kind: "failed", message: messageOf(text) ?? `The collector answered ${response.status}.` };
    return { kind: "got", value: (text === "" ? undefined : JSON.parse(text)) as T };
  } catch {
    return { kind: "failed", message: "The collector cannot be reached." };
  }
}

function messageOf(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown };
    return typeof message === "string" ? message : undefined;
  } catch {
    return undefined;
  }
}
