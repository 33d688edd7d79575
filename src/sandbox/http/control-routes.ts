import { getAccount } from "#contract/account-operation.ts";
import {
  armFault,
  disarmFaults,
  exportDatabase as exportOperation,
  getClock,
  importDatabase as importOperation,
  listFaults,
  moveClock,
  openAccount,
  resetAccount as resetOperation,
  setBalances,
} from "#contract/control-operations.ts";
import { exportDatabase } from "../contents/export-database.ts";
import { draftDatabase } from "../contents/import-database.ts";
import { resetAccount } from "../contents/reset-account.ts";
import { adjustBalances, openNamedAccount, readAccount } from "../workflows/accounts.ts";
import { changeClock, readClock } from "../workflows/clock-control.ts";
import { hashToken } from "./authenticate.ts";
import { implement, type Route } from "./implement.ts";
import type { Incoming } from "./incoming.ts";
import { isCausedByForeignPage } from "./loopback.ts";
import { type ProblemReply, problem, refuse } from "./problems.ts";

const open = implement(
  openAccount,
  refuseStrangers,
)(({ services, body }) => {
  const outcome = openNamedAccount(services, hashToken(body.token), body);
  return outcome.ok ? { status: 201, body: readAccount(services, outcome.value) } : refuse(outcome);
});

const read = implement(
  getAccount,
  refuseStrangers,
)(({ services, account }) => ({ status: 200, body: readAccount(services, account) }));

const balances = implement(
  setBalances,
  refuseStrangers,
)(({ services, account, body }) => {
  adjustBalances(services, account, body);
  return { status: 200, body: readAccount(services, account) };
});

const arm = implement(
  armFault,
  refuseStrangers,
)(({ faults, body }) => {
  faults.arm(body);
  return { status: 201, body: { faults: faults.list() } };
});

const list = implement(listFaults, refuseStrangers)(({ faults }) => ({ status: 200, body: { faults: faults.list() } }));

const disarm = implement(
  disarmFaults,
  refuseStrangers,
)(({ faults }) => {
  faults.disarm();
  return { status: 204 };
});

const clock = implement(getClock, refuseStrangers)(({ services }) => ({ status: 200, body: readClock(services) }));

const move = implement(
  moveClock,
  refuseStrangers,
)(({ services, body }) => {
  changeClock(services, body);
  return { status: 200, body: readClock(services) };
});

const reset = implement(
  resetOperation,
  refuseStrangers,
)(async ({ services, account, body }) => {
  const outcome = await resetAccount(services, account, body.seed);
  return outcome.ok ? { status: 200, body: readAccount(services, account) } : refuse(outcome);
});

const exported = implement(
  exportOperation,
  refuseStrangers,
)(async ({ services, request, signal }) => ({
  status: 200,
  headers: {
    "Content-Type": "application/vnd.sqlite3",
    "Content-Disposition": 'attachment; filename="sandbox.db"',
    "Cache-Control": "no-store",
  },
  // Nobody reads what follows a HEAD.
  bytes: request.method === "HEAD" ? new Uint8Array() : await exportDatabase(services, signal),
}));

const imported = implement(
  importOperation,
  refuseStrangers,
)(async ({ services, body, replaceDatabase }) => {
  const draft = draftDatabase(services, body);
  if (!draft.ok) return refuse(draft);
  const isReplaced = await replaceDatabase(draft.value);
  return isReplaced
    ? { status: 204 }
    : problem(409, "Another file is being put in place; try again when that is done.");
});

export const controlRoutes: readonly Route[] = [
  open,
  read,
  balances,
  arm,
  list,
  disarm,
  clock,
  move,
  reset,
  exported,
  imported,
];

/** The controls are for who sits at this machine, and not for a web page that such a person happens to visit. */
export function refuseStrangers({ peer, request }: Incoming): ProblemReply | undefined {
  if (!peer.isLoopback) return problem(403, "The sandbox's controls answer callers of this machine only.");
  if (isCausedByForeignPage(request.headers)) {
    return problem(403, "The sandbox's controls answer no request of a page that is not of this machine.");
  }
  return undefined;
}
