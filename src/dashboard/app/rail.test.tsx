// @vitest-environment jsdom
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import { type Api, useApi } from "#dashboard/api/api.ts";
import { releaseMutation } from "#dashboard/api/release-workflow.ts";
import { apiOf, openTestSandbox, renderScreen, type TestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { Rail } from "./rail.tsx";

const figure = { $type: "imageGen", input: { engine: "flux", prompt: "a figure [rated:x]" } };

/** Two workflows whose pictures wait for a release; answers their ids. */
async function withholdTwo(sandbox: TestSandbox, api: Api): Promise<string[]> {
  const ids: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const { body } = await api.call(submitWorkflow, { body: { steps: [figure], currencies: ["blue"] } });
    ids.push(body.id ?? "");
  }
  for (let second = 0; second < 10; second += 1) {
    sandbox.clock.advance(1);
    await sandbox.idle();
  }
  return ids;
}

function ReleaseButton({ id }: { id: string }) {
  const release = useMutation(releaseMutation(useApi(), useQueryClient()));
  return (
    <button type="button" onClick={() => release.mutate({ id, quotedYellow: 10 })}>
      Release it
    </button>
  );
}

describe("Rail", () => {
  it("counts what waits at the release desk anew when one was released", async () => {
    const sandbox = openTestSandbox();
    const api = apiOf(sandbox);
    const [id = ""] = await withholdTwo(sandbox, api);
    renderScreen(
      <>
        <Rail />
        <ReleaseButton id={id} />
      </>,
      { api },
    );
    // It is counted a moment after the first rows, which come first.
    const two = { name: "Release desk, 2 to decide on" };
    expect(await screen.findByRole("link", two, { timeout: 10_000 })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Release it" }));
    expect(await screen.findByRole("link", { name: "Release desk, 1 to decide on" })).toBeVisible();
  });
});
