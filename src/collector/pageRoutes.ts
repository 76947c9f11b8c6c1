import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Every address of the dashboard is the same page, which reads the address. */
const pages = ["/", "/ai", "/events", "/devices", "/devices/:id", "/policy", "/exceptions", "/identities", "/audit", "/enrolment", "/people"] as const;
const files = { "/dashboard/page.js": "text/javascript", "/dashboard/page.css": "text/css", "/dashboard/icon.svg": "image/svg+xml" } as const;

const headers = {
  // Only what we serve ourselves runs or is loaded, and no text can become a script.
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** Serves the dashboard's files from `folder`, where they were built. */
export function registerPageRoutes(app: FastifyInstance, folder: string): void {
  const send = (file: string, type: string) => {
    const whole = readFileSync(join(folder, file));
    const [packed, etag] = [gzipSync(whole, { level: 9 }), `"${createHash("sha256").update(whole).digest("base64url")}"`];
    return async ({ headers: asked }: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ ...headers, etag, vary: "accept-encoding" });
      if (asked["if-none-match"] === etag) return reply.code(304).send();
      void reply.type(`${type}; charset=utf-8`);
      return /\bgzip\b/.test(String(asked["accept-encoding"] ?? "")) ? reply.header("content-encoding", "gzip").send(packed) : reply.send(whole);
    };
  };
  const page = send("index.html", "text/html");
  // Nothing in these files is anybody's: what they show is asked for.
  for (const path of pages) app.get(path, { config: { access: "everybody" } }, page);
  for (const [path, type] of Object.entries(files)) app.get(path, { config: { access: "everybody" } }, send(path.slice("/dashboard/".length), type));
}
