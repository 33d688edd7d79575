// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { toListRow } from "#dashboard/api/list-row.ts";
import { WorkflowRow } from "./workflow-row.tsx";

afterEach(cleanup);

const element = (index: number, isPassing = false) => (
  <WorkflowRow
    row={toListRow({
      id: `id-${index}`,
      metadata: { name: `Row ${index}` },
      createdAt: "2026-11-24T10:00:00Z",
      status: "succeeded",
      steps: [],
    })}
    index={index}
    heightPx={40}
    nowMs={0}
    columns={["name", "status"]}
    hideMature={false}
    isPassing={isPassing}
    isCurrent={false}
    isSelected={false}
    isSticky={false}
    onFocus={vi.fn()}
    onToggle={vi.fn()}
    onReadAgain={vi.fn()}
  />
);

describe("the elements of a row", () => {
  it("keep the row they have while the list rushes by with them out of sight, and serve the next one after that", () => {
    const { rerender } = render(element(1));
    rerender(element(30, true));
    rerender(element(60, true));
    expect(screen.getByRole("link").textContent).toBe("Row 1");
    expect(screen.getByRole("listitem").dataset.index).toBe("1");
    rerender(element(90));
    expect(screen.getByRole("link").textContent).toBe("Row 90");
    expect(screen.getByRole("listitem").dataset.index).toBe("90");
  });
});
