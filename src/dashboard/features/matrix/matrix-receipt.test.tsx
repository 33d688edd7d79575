// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { noteLost } from "#dashboard/api/lost-answers.ts";
import { MatrixReceipt } from "./matrix-receipt.tsx";

afterEach(cleanup);

/** The receipt of a run that was not sent again because its price had changed. */
function show(externalId: string) {
  render(
    <MatrixReceipt
      entries={[
        {
          item: { position: 1, values: { word: "one" }, varied: ["word"], body: { externalId, steps: [] } },
          outcome: { state: "skipped", why: "The price of a run changed from 8 to 10." },
        },
      ]}
      total={1}
      prices={new Map([[externalId, { total: 8, pays: undefined }]])}
      tag="grid"
      isRunning
      onPriceRest={() => {}}
      onClose={() => {}}
    />,
  );
}

it("does not call a run that was left as it is free of charge where its earlier answer was lost", () => {
  noteLost("lost-run");
  show("lost-run");
  expect(screen.getByText(/An earlier try may have begun: its answer was lost/)).toBeTruthy();
  expect(screen.queryByText("Not run")).toBeNull();
  expect(screen.getAllByText("unknown").length).toBeGreaterThan(0);
});

it("says of a run that was never sent that it is not run, and took nothing", () => {
  show("fresh-run");
  expect(screen.getByText("Not run")).toBeTruthy();
  expect(screen.queryByText("unknown")).toBeNull();
});
