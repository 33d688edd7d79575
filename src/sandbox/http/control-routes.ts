import {
  armFault,
  disarmFaults,
  getAccount,
  listFaults,
  openAccount,
  setBalances,
} from "#contract/control-operations.ts";
import { adjustBalances, openNamedAccount, readAccount } from "../workflows/accounts.ts";
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

export const controlRoutes: readonly Route[] = [open, read, balances, arm, list, disarm];

/** The controls are for who sits at this machine, and not for a web page that such a person happens to visit. */
function refuseStrangers({ peer, request }: Incoming): ProblemReply | undefined {
  if (!peer.isLoopback) return problem(403, "The sandbox's controls answer callers of this machine only.");
  if (isCausedByForeignPage(request.headers)) {
    return problem(403, "The sandbox's controls answer no request of a page that is not of this machine.");
  }
  return undefined;
}
