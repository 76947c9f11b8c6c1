"use strict";
/** The assistant's side of the wire: plain requests to the scripted model server. */

/** @param {string} url where the model server listens */
exports.createModel = (url) => {
  const call = async (method, path, body, token) => {
    const abort = new AbortController();
    const listening = token?.onCancellationRequested(() => abort.abort());
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { "content-type": "application/json" },
        signal: abort.signal,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`The model server answered ${response.status}`);
      return await response.json();
    } finally {
      listening?.dispose();
    }
  };
  return {
    complete: async (body, token) => (await call("POST", "/v1/completions", body, token)).choices[0].text,
    chat: async (messages, token) => (await call("POST", "/v1/chat/completions", { model: "demo", messages }, token)).choices[0].message.content,
    wire: () => call("GET", "/wire"),
    clearWire: () => call("DELETE", "/wire"),
  };
};
