// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { type ListRow, toListRow } from "#dashboard/api/list-row.ts";
import { useRowFocus } from "./use-row-focus.ts";

afterEach(cleanup);

describe("useRowFocus", () => {
  it("leaves an element that is drawn for another row", () => {
    const { rerender } = render(<Rows ids={["a", "b"]} first={0} />);
    screen.getByRole("link", { name: "a" }).focus();
    rerender(<Rows ids={["a", "b", "c", "d"]} first={2} />);
    expect(document.body).toHaveFocus();
  });

  it("goes with a row that takes another place", () => {
    const { rerender } = render(<Rows ids={["a", "b", "c"]} first={0} />);
    screen.getByRole("link", { name: "b" }).focus();
    rerender(<Rows ids={["b", "c"]} first={0} />);
    expect(screen.getByRole("link", { name: "b" })).toHaveFocus();
  });

  it("stays where nothing moved", () => {
    const { rerender } = render(<Rows ids={["a", "b"]} first={0} />);
    screen.getByRole("link", { name: "a" }).focus();
    rerender(<Rows ids={["a", "b", "c"]} first={0} />);
    expect(screen.getByRole("link", { name: "a" })).toHaveFocus();
  });

  it("waits for a row that is drawn later", () => {
    const { rerender } = render(<Rows ids={["a", "b", "c", "d"]} first={0} wanted={3} />);
    expect(document.body).toHaveFocus();
    rerender(<Rows ids={["a", "b", "c", "d"]} first={2} />);
    expect(screen.getByRole("link", { name: "d" })).toHaveFocus();
  });
});

/** Two rows, whose elements are drawn for others when `first` changes. */
function Rows({ ids, first, wanted }: { ids: readonly string[]; first: number; wanted?: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  const { focusRow, noteFocus } = useRowFocus(scroller, ids.map(toRow));
  return (
    <div
      ref={(box) => {
        scroller.current = box;
        if (box && wanted !== undefined && !asked.current) focusRow(wanted);
        asked.current = true;
      }}
    >
      {[first, first + 1].map((index) => (
        <li key={index % 2} data-index={index} onFocus={() => noteFocus(index)}>
          <a href={`/workflows/${ids[index]}`}>{ids[index]}</a>
        </li>
      ))}
    </div>
  );
}

function toRow(id: string): ListRow {
  return toListRow({ id, createdAt: "2026-11-24T10:00:00Z", status: "succeeded", steps: [] });
}
