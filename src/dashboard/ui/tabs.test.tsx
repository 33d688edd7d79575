// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { SegmentedControl } from "./segmented-control.tsx";
import { Tabs } from "./tabs.tsx";

afterEach(cleanup);

const names = [
  { id: "out", label: "Output" },
  { id: "time", label: "Timeline" },
  { id: "money", label: "Money" },
] as const;

function Page() {
  const [selected, select] = useState<(typeof names)[number]["id"]>("out");
  return (
    <Tabs label="Workflow" tabs={names} selected={selected} onSelect={select}>
      about {selected}
    </Tabs>
  );
}

describe("Tabs", () => {
  it("is one stop for Tab and moves by arrows, around the ends", async () => {
    render(<Page />);
    await userEvent.tab();
    expect(screen.getByRole("tab", { name: "Output" })).toHaveFocus();
    await userEvent.keyboard("{ArrowLeft}");
    expect(screen.getByRole("tab", { name: "Money" })).toHaveFocus();
    expect(screen.getByRole("tabpanel", { name: "Money" })).toHaveTextContent("about money");
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(screen.getByRole("tab", { selected: true })).toHaveAccessibleName("Timeline");
    await userEvent.keyboard("{Home}");
    expect(screen.getByRole("tab", { selected: true })).toHaveAccessibleName("Output");
  });
});

describe("SegmentedControl", () => {
  it("is a group of radios whose labels are told even when only icons are drawn", async () => {
    const chosen: string[] = [];
    render(
      <SegmentedControl
        label="View"
        isIconOnly
        value="list"
        onValueChange={(value) => chosen.push(value)}
        segments={[
          { value: "list", label: "List" },
          { value: "graph", label: "Graph" },
        ]}
      />,
    );
    expect(screen.getByRole("group", { name: "View" })).toBeInTheDocument();
    expect(screen.getByRole("radio", { name: "List" })).toBeChecked();
    await userEvent.click(screen.getByRole("radio", { name: "Graph" }));
    expect(chosen).toEqual(["graph"]);
  });
});
