import { Play } from "lucide-react";
import { useRef } from "react";
import { useApi } from "#dashboard/api/api.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Kbd } from "#dashboard/ui/kbd.tsx";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import { type RunState, runLabel, whyNotRun } from "./run-label.ts";

type Props = RunState & { isRunning: boolean; onRun: () => void };

/** The button that spends: it names the price and who pays, and says why when it can't be pressed. */
export function RunButton({ isRunning, onRun, ...state }: Props) {
  const { connection } = useApi();
  const reason = whyNotRun(state);
  const canRun = !reason && !isRunning;
  const button = useRef<HTMLButtonElement>(null);
  useHotkey("mod+enter", ({ repeat }) => canRun && !repeat && onRun(), {
    evenWhileTyping: true,
    within: button,
  });
  return (
    <Button
      ref={button}
      variant="spend"
      icon={<Play />}
      isBusy={isRunning}
      onClick={() => canRun && onRun()}
      {...(reason ? { disabledReason: reason } : {})}
      className="h-auto min-h-9 w-full py-1"
    >
      <span className="whitespace-normal text-balance">
        {connection.kind === "hosted" ? "Live: " : ""}
        {runLabel(state.isEmpty ? undefined : state.quote)}
      </span>
      <span className="ml-1 max-sm:hidden">
        <Kbd keys="mod+enter" />
      </span>
    </Button>
  );
}
