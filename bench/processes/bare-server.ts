import { listenAndTell } from "./tell-facts.ts";

/*
 * Node's own server with a constant answer: as many bytes of JSON as the path says. The floor of a benchmark.
 */
const constants = new Map<string, Buffer>();

listenAndTell((incoming, outgoing) => {
  const path = incoming.url ?? "/";
  const constant = constants.get(path) ?? JSON.stringify({ text: "x".repeat(Math.max(0, Number(path.slice(1)) - 11)) });
  const bytes = Buffer.from(constant);
  constants.set(path, bytes);
  incoming.resume();
  incoming.on("end", () => {
    outgoing.writeHead(200, { "Content-Type": "application/json", "Content-Length": bytes.length }).end(bytes);
  });
});
