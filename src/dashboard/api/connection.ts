/**
 * An orchestrator that the operator works with. The sandbox is served beside the dashboard; a hosted one is reached
 * through the local relay, so that every request has the same origin.
 */
export type Connection = {
  /** Stable; part of every cache, so that nothing of one connection shows under another. */
  id: string;
  label: string;
  kind: "sandbox" | "hosted";
  /** Origin of the upstream, such as `https://orchestration.civitai.com`; empty for the sandbox. */
  upstream: string;
};

/**
 * What is kept in this browser for an account is kept under it: the connection, and of the sandbox its account, which is
 * chosen by a token that is no secret.
 */
export function accountOf({ kind, id }: Connection, token: string | undefined): string {
  return kind === "sandbox" ? `${id} ${token ?? ""}` : id;
}

/** Whether an account is one of a connection. */
export function isAccountOf(account: string, connectionId: string): boolean {
  return account === connectionId || account.startsWith(`${connectionId} `);
}

/** Where a connection's API is met from outside of the dashboard, as by a command that is copied. */
export function originOf(connection: Connection): string {
  return connection.kind === "sandbox" ? location.origin : connection.upstream;
}

/** Where the requests of a connection go: a prefix of the path on our own origin. */
export function basePath(connection: Connection): string {
  return connection.kind === "sandbox" ? "" : `/relay/${encodeURIComponent(connection.upstream)}`;
}
