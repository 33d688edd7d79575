import { Link } from "@tanstack/react-router";
import { FlaskConical } from "lucide-react";
import { useApi } from "#dashboard/api/api.ts";
import { setSandboxToken } from "#dashboard/features/connections/connection-store.ts";
import { AccountsCard } from "#dashboard/features/sandbox-panel/accounts-card.tsx";
import { BalancesCard } from "#dashboard/features/sandbox-panel/balances-card.tsx";
import { CallbacksCard } from "#dashboard/features/sandbox-panel/callbacks-card.tsx";
import { ClockCard } from "#dashboard/features/sandbox-panel/clock-card.tsx";
import { ContentsCard } from "#dashboard/features/sandbox-panel/contents-card.tsx";
import { FaultsCard } from "#dashboard/features/sandbox-panel/faults-card.tsx";
import { ScenarioWords } from "#dashboard/features/sandbox-panel/scenario-words.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { linkLook } from "#dashboard/ui/link-look.ts";
import { useTitle } from "#dashboard/ui/use-title.ts";

/** What only the sandbox can do: give Buzz, and make things go wrong on command. */
export function SandboxPage() {
  useTitle("Sandbox");
  const { connection } = useApi();
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4 p-4 sm:p-6">
      <h1 className="font-semibold text-xl">Sandbox</h1>
      {connection.kind === "hosted" ? (
        <EmptyState
          icon={<FlaskConical />}
          title="These controls belong to the sandbox"
          action={
            <Link to="/connections" className={linkLook}>
              To the connections
            </Link>
          }
        >
          This connection is live: its Buzz is real, and nothing goes wrong on command. Switch to the sandbox to use
          them.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <BalancesCard />
            <FaultsCard />
            <AccountsCard onUse={setSandboxToken} />
            <CallbacksCard />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <ClockCard />
            <ContentsCard />
            <ScenarioWords />
          </div>
        </div>
      )}
    </div>
  );
}
