/**
 * What a person can do for programs that have Ollama's address built in. Not ours to do: its server belongs to the system,
 * often to another user, and would have to be started again.
 */
export const ollamaSwap = `For programs that ask Ollama's own port and have no setting for it, change places: Ollama to another port, the gateway to its.
  Linux, as a service:  systemctl edit ollama   and there   [Service]   Environment=OLLAMA_HOST=127.0.0.1:11435   then restart it
  macOS, Windows:       set OLLAMA_HOST to 127.0.0.1:11435 for Ollama itself (launchctl setenv; setx), and start it again
  then                  gatelodge gateway start --port 11434 --upstream 11435
  back                  gatelodge gateway stop, take OLLAMA_HOST out again, restart Ollama
The ollama command line asks OLLAMA_HOST too: in your own shell it stays unset, and so goes through the gateway.
`;
