import { useMemo } from "react";
import { netByCurrency, totalOf } from "#contract/cost.ts";
import type { Status } from "#contract/status.ts";
import { statuses } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { buzzNumber, statusWord, stepTypeName } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { useRowKeys } from "#dashboard/ui/use-row-keys.ts";
import { BarList } from "./bar-list.tsx";
import { DayChart } from "./day-chart.tsx";
import { sayDay } from "./say-day.ts";
import { SpendCard } from "./spend-card.tsx";
import {
  chargedBesidesCost,
  dayOf,
  daysBetween,
  isPaidButNotDelivered,
  quotedAgainstPaid,
  type SpendGroup,
  spendBy,
  sumSpend,
  untold,
} from "./spend-sums.ts";
import { SpendTotals } from "./spend-totals.tsx";
import { WorkflowMoneyList } from "./workflow-money-list.tsx";

/** What the workflows that were read have cost, from their own transactions: nothing here is estimated. */
export function SpendReport({ workflows, isWhole }: { workflows: readonly Workflow[]; isWhole: boolean }) {
  const report = useMemo(() => reportOf(workflows), [workflows]);
  const { sums, unknown, days, byDay, quoted } = report;
  const part = useRowKeys<HTMLDivElement>("li > a");
  const sayTag = (key: string) => (key === "" ? "Without a tag" : key);
  const sayStatus = (key: string) => (isStatus(key) ? statusWord(key) : key);
  return (
    <div ref={part} className="flex flex-col gap-4">
      {unknown > 0 ? (
        <Alert tone="warning" title={`${unknown} of ${workflows.length} are not in these sums`}>
          The server told no transactions for them, so what they cost is unknown.
        </Alert>
      ) : null}
      <SpendTotals sums={sums} quoted={quoted} isWhole={isWhole} />
      <SpendCard
        title="By day"
        keyName="Day"
        groups={byDay.toReversed()}
        sayKey={(day) => sayDay(day)}
        chart={<DayChart days={days} groups={byDay} />}
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <SpendCard
            title="By tag"
            keyName="Tag"
            groups={report.byTag}
            sayKey={sayTag}
            note="A workflow stands under each of its tags, so these add up to more than the whole."
            chart={<BarList groups={report.byTag} sayKey={sayTag} />}
          />
          <SpendCard
            title="By status"
            keyName="Status"
            groups={report.byStatus}
            sayKey={sayStatus}
            chart={<BarList groups={report.byStatus} sayKey={sayStatus} />}
          />
          <WorkflowMoneyList
            title="Paid other than quoted"
            workflows={report.besides}
            empty="Every price was kept."
            detail={(workflow) => sayDifference(chargedBesidesCost(workflow))}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SpendCard
            title="By step type"
            keyName="Step types"
            groups={report.byChain}
            sayKey={sayChain}
            note="Transactions are told for a whole workflow, so a chain of several types is a group of its own."
            chart={<BarList groups={report.byChain} sayKey={sayChain} />}
          />
          <WorkflowMoneyList
            title="Paid but not delivered"
            workflows={report.notDelivered}
            empty="Everything that was paid for was delivered or given back."
          />
        </div>
      </div>
      <WorkflowMoneyList title="Largest" workflows={report.largest} empty="Nothing was paid yet." />
    </div>
  );
}

function reportOf(workflows: readonly Workflow[]) {
  const byDay = spendBy(workflows, (workflow) => [dayOf(workflow)]).toSorted((a, b) => a.key.localeCompare(b.key));
  return {
    sums: sumSpend(workflows),
    quoted: quotedAgainstPaid(workflows),
    unknown: untold(workflows),
    days: daysBetween(byDay.map(({ key }) => key)),
    byDay,
    byTag: dearestFirst(spendBy(workflows, ({ tags }) => (tags && tags.length > 0 ? tags : [""]))),
    byChain: dearestFirst(spendBy(workflows, ({ steps }) => [[...new Set(steps.map(({ $type }) => $type))].join(" ")])),
    byStatus: dearestFirst(spendBy(workflows, ({ status }) => [status])),
    notDelivered: byPaid(workflows.filter(isPaidButNotDelivered)),
    besides: byPaid(workflows.filter((workflow) => (chargedBesidesCost(workflow) ?? 0) !== 0)),
    largest: byPaid(workflows)
      .filter((workflow) => paidFor(workflow) > 0)
      .slice(0, 10),
  };
}

function sayChain(key: string): string {
  return key.split(" ").map(stepTypeName).join(" › ");
}

function dearestFirst(groups: readonly SpendGroup[]): SpendGroup[] {
  return groups.toSorted((one, other) => totalOf(other.net) - totalOf(one.net));
}

function byPaid(workflows: readonly Workflow[]): Workflow[] {
  return workflows.toSorted((one, other) => paidFor(other) - paidFor(one));
}

/** For the order only: what is unknown stands last. */
function paidFor({ transactions }: Workflow): number {
  const net = netByCurrency(transactions);
  return net ? totalOf(net) : -1;
}

function sayDifference(difference: number | undefined): string {
  if (difference === undefined) return "unknown";
  return difference < 0 ? `${buzzNumber(-difference)} less` : `${buzzNumber(difference)} more`;
}

function isStatus(key: string): key is Status {
  return statuses.some((status) => status === key);
}
