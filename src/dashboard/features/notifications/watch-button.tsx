import { Bell, BellRing } from "lucide-react";
import { isTerminal } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { usePageCommands } from "#dashboard/ui/page-commands.ts";
import { unwatch, useWatches, watch } from "./watch-store.ts";

/** Watch a workflow that is still running, or stop watching it. Gone once it is over: there is nothing left to tell. */
export function WatchButton({ id, workflow }: { id: string; workflow: Pick<Workflow, "status"> }) {
  const { account } = useApi();
  const isWatched = useWatches(account).watched.some((one) => one.id === id);
  const press = () => (isWatched ? unwatch(account, id) : watch(account, id));
  const isOver = isTerminal(workflow.status);
  usePageCommands(
    isOver
      ? []
      : [{ id: "watch", label: isWatched ? "Stop watching" : "Watch this workflow", icon: <Bell />, onSelect: press }],
  );
  if (isOver) return null;
  return (
    <Button
      icon={isWatched ? <BellRing /> : <Bell />}
      aria-pressed={isWatched}
      hint={
        isWatched
          ? "This browser tells you when it ends or output is withheld. Press to stop that."
          : "Tell me in this browser when it ends or output is withheld"
      }
      onClick={press}
    >
      {isWatched ? "Watched" : "Watch"}
    </Button>
  );
}
