import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import type { Connection } from "#dashboard/api/connection.ts";
import { storedValue } from "#dashboard/ui/stored-value.ts";

/** The embedded sandbox: always there, and the first connection. */
const sandboxConnection: Connection = { id: "sandbox", label: "Sandbox", kind: "sandbox", upstream: "" };

/** The account that the sandbox's demo data belongs to. No secret: the sandbox answers to this machine only. */
const demoToken = "sandbox_demo";

/** Where a hosted connection leads unless said otherwise. */
export const hostedUpstream = "https://orchestration.civitai.com";

const hostedSchema = z.object({
  id: z.string().check(z.minLength(1)),
  label: z.string().check(z.minLength(1)),
  upstream: z.url(),
});
type Hosted = z.output<typeof hostedSchema>;

const hosted = storedValue(() => localStorage, "baton.connections", z.array(hostedSchema), []);
const active = storedValue(() => localStorage, "baton.connection", z.string(), sandboxConnection.id);
const sandboxToken = storedValue(
  () => localStorage,
  "baton.sandbox-token",
  z.string().check(z.minLength(1)),
  demoToken,
);

/**
 * API keys by connection: in session storage, so that they end with the tab; in local storage only those that the
 * operator wants remembered on this device. Source: product, "Connections".
 */
const keySchema = z.record(z.string(), z.string());
const keys = storedValue(() => sessionStorage, "baton.keys", keySchema, {});
const keptKeys = storedValue(() => localStorage, "baton.kept-keys", keySchema, {});
const values = [hosted, active, keys, keptKeys, sandboxToken] as const;

/** What the operator fills in for a hosted connection. */
export type HostedDraft = { label: string; upstream: string; key: string; isKept: boolean };

/** All connections, the sandbox first. */
function readConnections(): Connection[] {
  return [sandboxConnection, ...hosted.read().map(toConnection)];
}

/** The connection that everything on the page belongs to; a removed one falls back to the sandbox. */
export function readActiveConnection(): Connection {
  return readConnections().find(({ id }) => id === active.read()) ?? sandboxConnection;
}

/** The bearer token of a connection; `undefined` when its key ended with an earlier tab. */
export function readToken(connection: Connection): string | undefined {
  if (connection.kind === "sandbox") return sandboxToken.read();
  return keys.read()[connection.id] ?? keptKeys.read()[connection.id];
}

/** Whether the key of a connection is remembered on this device. */
export function isKeyKept(id: string): boolean {
  return keptKeys.read()[id] !== undefined;
}

/** Work with another connection from now on. */
export function activateConnection(id: string): void {
  active.write(id);
}

/** Add a hosted connection and answer it. */
export function addConnection({ label, upstream, key, isKept }: HostedDraft): Connection {
  const added: Hosted = { id: crypto.randomUUID(), label, upstream: new URL(upstream).origin };
  hosted.write([...hosted.read(), added]);
  setKey(added.id, key, isKept);
  return toConnection(added);
}

/** Give a hosted connection its key, or another one; remembered on this device, or gone with the tab. */
export function setKey(id: string, key: string, isKept: boolean): void {
  forgetKey(id);
  const place = isKept ? keptKeys : keys;
  place.write({ ...place.read(), [id]: key });
}

function forgetKey(id: string): void {
  for (const place of [keys, keptKeys]) {
    const { [id]: key, ...others } = place.read();
    if (key !== undefined) place.write(others);
  }
}

/** Use another account of the sandbox; an empty token is the demo account. */
export function setSandboxToken(token: string): void {
  sandboxToken.write(token === "" ? demoToken : token);
}

/** Forget a hosted connection and its key. */
export function removeConnection(id: string): void {
  forgetKey(id);
  hosted.write(hosted.read().filter((connection) => connection.id !== id));
}

/** Hear of every change of connections, keys and the active one. */
function subscribeToConnections(listener: () => void): () => void {
  const ends = values.map((value) => value.subscribe(listener));
  return () => {
    for (const end of ends) end();
  };
}

/** The connections as they stand, and which of them have a token. `session` changes with the active one and with its token. */
export type ConnectionsState = { connections: Connection[]; active: Connection; session: string; withToken: string[] };

/** The connections, drawn again when they change. */
export function useConnections(): ConnectionsState {
  return useSyncExternalStore(subscribeToConnections, readState);
}

let state: ConnectionsState | undefined;
let seen: unknown[] = [];

function readState(): ConnectionsState {
  const now = values.map((value) => value.read());
  if (!state || now.some((value, index) => value !== seen[index])) {
    const connections = readConnections();
    const current = readActiveConnection();
    state = {
      connections,
      active: connections.find(({ id }) => id === current.id) ?? sandboxConnection,
      session: `${current.id} ${readToken(current) ?? ""}`,
      withToken: connections.filter((connection) => readToken(connection) !== undefined).map(({ id }) => id),
    };
    seen = now;
  }
  return state;
}

function toConnection({ id, label, upstream }: Hosted): Connection {
  return { id, label, kind: "hosted", upstream };
}
