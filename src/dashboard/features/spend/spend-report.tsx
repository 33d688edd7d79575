import { useMemo } from "react";
import { netByCurrency, totalOf } from "#contract/cost.ts";
import type { Status } from "#contract/status.ts";
import { statuses } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { buzzNumber, statusWord, stepTypeName } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { SpendChart } from "./spend-chart.tsx";
import {
  chargedBesidesCost,
  dayOf,
  daysBetween,
  isPaidButNotDelivered,
  type SpendGroup,
  spendBy,
  sumSpend,
  untold,
} from "./spend-sums.ts";
import { SpendTable } from "./spend-table.tsx";
import { WorkflowMoneyList } from "./workflow-money-list.tsx";

/** What the workflows that were read have cost, from their own transactions: nothing here is estimated. */
export function SpendReport({ workflows }: { workflows: readonly Workflow[] }) {
  const report = useMemo(() => reportOf(workflows), [workflows]);
  const { whole, unknown, days, byDay } = report;
  return (
    <div className="flex flex-col gap-4">
      {unknown > 0 ? (
        <Alert tone="warning" title={`${unknown} of ${workflows.length} are not in these sums`}>
          The server told no transactions for them, so what they cost is unknown.
        </Alert>
      ) : null}
      <section aria-label="In all" className="flex flex-col gap-3 rounded-lg border border-border bg-surface p-4">
        <dl className="flex flex-wrap gap-x-10 gap-y-2 text-sm">
          {(["charged", "refunded", "net"] as const).map((kind) => (
            <div key={kind} className="flex flex-col gap-0.5">
              <dt className="text-muted capitalize">{kind}</dt>
              <dd className="text-base">
                <CurrencySplit amounts={whole[kind]} />
              </dd>
            </div>
          ))}
        </dl>
        {days.length > 0 ? <SpendChart days={days} groups={byDay} /> : null}
      </section>
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <SpendTable title="By day" keyName="Day" groups={byDay.toReversed()} />
        <SpendTable
          title="By tag"
          keyName="Tag"
          groups={report.byTag}
          sayKey={(key) => (key === "" ? "Without a tag" : key)}
          note="A workflow stands under each of its tags, so these add up to more than the whole."
        />
        <SpendTable
          title="By chain"
          keyName="Step types"
          groups={report.byChain}
          sayKey={(key) => key.split(" ").map(stepTypeName).join(" › ")}
          note="A price is told for the whole workflow, so a chain of several types is a group of its own."
        />
        <SpendTable
          title="By status"
          keyName="Status"
          groups={report.byStatus}
          sayKey={(key) => (isStatus(key) ? statusWord(key) : key)}
        />
        <WorkflowMoneyList
          title="Paid but not delivered"
          workflows={report.notDelivered}
          empty="Everything that was paid for was delivered or given back."
        />
        <WorkflowMoneyList
          title="Paid other than quoted"
          workflows={report.besides}
          empty="Every price was kept."
          detail={(workflow) => sayDifference(chargedBesidesCost(workflow))}
        />
        <WorkflowMoneyList title="Largest" workflows={report.largest} empty="Nothing was paid yet." />
      </div>
    </div>
  );
}

function reportOf(workflows: readonly Workflow[]) {
  const byDay = spendBy(workflows, (workflow) => [dayOf(workflow)]).toSorted((a, b) => a.key.localeCompare(b.key));
  return {
    whole: sumSpend(workflows),
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
