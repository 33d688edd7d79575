import { useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import type { RepeatableTemplate } from "#dashboard/api/submit-workflow.ts";
import { QuotePanel } from "#dashboard/features/quote/quote-panel.tsx";
import { RunButton } from "#dashboard/features/quote/run-button.tsx";
import { RunNotices } from "#dashboard/features/quote/run-notices.tsx";
import { useQuote } from "#dashboard/features/quote/use-quote.ts";
import { useRun } from "#dashboard/features/quote/use-run.ts";
import { apiOf, openTestSandbox, renderScreen, type TestSandbox } from "./render-with-sandbox.tsx";

/** The body that is run. */
export const template: RepeatableTemplate = {
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse", seed: 7 } }],
  externalId: "component-test",
};

const harbour: RepeatableTemplate = {
  ...template,
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a harbour", seed: 7 } }],
};

/** A panel whose body can be changed, over the real sandbox. */
export function Desk({ onDone }: { onDone: (workflow: Workflow) => void }) {
  const [body, setBody] = useState(template);
  const price = useQuote(body);
  const runs = useRun(price.quote, onDone);
  return (
    <QuotePanel
      {...price}
      template={body}
      isEmpty={false}
      onRetry={price.askAgain}
      run={
        <>
          <RunNotices {...runs} />
          <RunButton
            {...price}
            isEmpty={false}
            problemCount={0}
            isRunning={runs.isRunning}
            isRepeat={runs.isRepeat}
            onRun={() => runs.run(body)}
          />
          <button
            type="button"
            onClick={() => {
              // What was sent keeps its id; what is changed since gets another.
              const mayBeThere = runs.reset(body.externalId);
              setBody(mayBeThere ? { ...harbour, externalId: "another" } : harbour);
            }}
          >
            Make it a harbour
          </button>
        </>
      }
    />
  );
}

/** Call the sandbox beside the page; answers the body. */
export async function send(sandbox: TestSandbox, path: string, method: string, body?: unknown) {
  const headers = { Authorization: `Bearer ${sandbox.token}`, "Content-Type": "application/json" };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await sandbox.fetch(new Request(`http://baton.test${path}`, init));
  return answer.status === 204 ? undefined : answer.json();
}

/** Draw the panel for an account with these balances. `done`: the workflows that its runs became. */
export async function drawDesk(balances: Record<string, number>) {
  const sandbox = openTestSandbox();
  await send(sandbox, "/_sandbox/accounts", "POST", { token: sandbox.token, balances });
  const done: Workflow[] = [];
  const view = renderScreen(<Desk onDone={(workflow) => done.push(workflow)} />, { api: apiOf(sandbox) });
  const account = async () => (await send(sandbox, "/_sandbox/account", "GET")).balances;
  return { sandbox, done, account, view };
}
