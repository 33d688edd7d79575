// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DateFilter } from "./date-filter.tsx";
import { dayEnd, dayStart, sayRange } from "./date-presets.ts";

afterEach(cleanup);

it("keeps a day that is typed figure by figure, and tells it once its year is there", () => {
  // A page that has not taken anything over yet.
  const change = vi.fn();
  render(<DateFilter search={{}} onChange={change} />);
  fireEvent.click(screen.getByRole("button", { name: /created/i }));
  const from = screen.getByLabelText("From");
  for (const value of ["0002-11-24", "0020-11-24", "0202-11-24"]) {
    fireEvent.change(from, { target: { value } });
    expect(from).toHaveValue(value);
  }
  expect(change).not.toHaveBeenCalled();
  fireEvent.change(from, { target: { value: "2026-11-24" } });
  expect(from).toHaveValue("2026-11-24");
  expect(change.mock.calls).toEqual([[{ from: dayStart("2026-11-24") }]]);
});

describe("sayRange", () => {
  const thisYear = new Date().getFullYear();

  it("names no year for days of this one", () => {
    expect(sayRange(dayStart(`${thisYear}-03-04`), dayEnd(`${thisYear}-03-05`))).toBe("4 Mar – 5 Mar");
  });

  it("names another year than this one", () => {
    expect(sayRange(dayStart("2024-03-04"), undefined)).toBe("Since 4 Mar 2024");
    expect(sayRange(dayStart("2024-03-04"), dayEnd(`${thisYear}-03-05`))).toBe("4 Mar 2024 – 5 Mar");
  });
});
