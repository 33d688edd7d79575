import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { databaseUrl, importDatabaseMutation, resetAccountMutation } from "#dashboard/api/sandbox-controls.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { Button, buttonClasses } from "#dashboard/ui/button.tsx";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { announce } from "#dashboard/ui/live-region.ts";
import { PanelCard } from "./panel-card.tsx";

type Asked = { kind: "demo" | "empty" } | { kind: "import"; file: File };

/** Begin this account anew, and hand the whole sandbox on as a file. */
export function ContentsCard() {
  const api = useApi();
  const client = useQueryClient();
  const reset = useMutation(resetAccountMutation(api, client));
  const replace = useMutation(importDatabaseMutation(api, client));
  const [asked, ask] = useState<Asked>();
  const picker = useRef<HTMLInputElement>(null);
  const failed = reset.error ?? replace.error;
  const leave = () => {
    ask(undefined);
    reset.reset();
    replace.reset();
  };
  const done = (words: string) => () => {
    announce(words);
    leave();
  };
  const confirm = () => {
    if (asked?.kind === "import") replace.mutate(asked.file, { onSuccess: done("The file is in place.") });
    else if (asked) reset.mutate(asked.kind, { onSuccess: done("The account begins anew.") });
  };
  return (
    <PanelCard title="Contents">
      <div className="flex flex-col gap-1">
        <p className="font-medium text-sm">This account</p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => ask({ kind: "demo" })}>Reset to the demo data…</Button>
          <Button onClick={() => ask({ kind: "empty" })}>Reset to empty…</Button>
        </div>
      </div>
      <div className="flex flex-col gap-1">
        <p className="font-medium text-sm">The whole sandbox, with every account</p>
        <div className="flex flex-wrap gap-2">
          <a href={databaseUrl(api)} download="sandbox.db" className={buttonClasses()}>
            <Download className="size-4" /> Save as a file
          </a>
          <Button onClick={() => picker.current?.click()}>Go on from a file…</Button>
          <input
            ref={picker}
            type="file"
            hidden
            aria-label="Database file"
            accept=".db,.sqlite,.sqlite3,application/vnd.sqlite3"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) ask({ kind: "import", file });
              // The same file can be picked again.
              target.value = "";
            }}
          />
        </div>
      </div>
      <ConfirmDialog
        isOpen={asked !== undefined}
        onClose={leave}
        title={asked?.kind === "import" ? "Go on from a file" : "Reset this account"}
        confirmLabel={asked?.kind === "import" ? "Replace the sandbox's contents" : "Throw everything away and reset"}
        variant="danger"
        isBusy={reset.isPending || replace.isPending}
        onConfirm={confirm}
        error={failed ? <ProblemAlert problem={toApiProblem(failed)} what="Everything is as it was." /> : null}
      >
        <p>{asked ? sayLoss(asked) : ""}</p>
      </ConfirmDialog>
    </PanelCard>
  );
}

function sayLoss(asked: Asked): string {
  if (asked.kind === "import") {
    return `Everything in this sandbox, of every account, is replaced by what is in "${asked.file.name}". Save it as a file first if you may want it back.`;
  }
  const after = asked.kind === "demo" ? "Then it holds the demo data again." : "Then it is empty.";
  return `All workflows, files and ledger entries of this account are deleted, and its balances are 500 blue, 1 000 green and 2 000 yellow again. ${after} It can't be undone.`;
}
