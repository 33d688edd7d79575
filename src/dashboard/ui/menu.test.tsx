// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Button } from "./button.tsx";
import { Menu } from "./menu.tsx";

afterEach(cleanup);

function renderMenu() {
  const onSelect = vi.fn();
  const item = (id: string, label: string, more = {}) => ({ id, label, onSelect: () => onSelect(id), ...more });
  render(
    <>
      <Menu
        label="Actions"
        trigger={(props) => <Button {...props}>More</Button>}
        items={[
          item("copy", "Copy link"),
          item("cancel", "Cancel", { disabledReason: "It has ended" }),
          item("compact", "Compact rows", { isChecked: true }),
          item("delete", "Delete", { isDanger: true, startsGroup: true }),
        ]}
      />
      <Button>Next</Button>
    </>,
  );
  return { onSelect, trigger: screen.getByRole("button", { name: "More" }) };
}

describe("Menu", () => {
  it("opens on its first item, moves by arrows around the ends, and chooses by Enter", async () => {
    const { onSelect, trigger } = renderMenu();
    await userEvent.click(trigger);
    expect(trigger).toHaveAttribute("aria-expanded", "true");
    expect(screen.getByRole("menuitem", { name: "Copy link" })).toHaveFocus();
    await userEvent.keyboard("{ArrowUp}");
    expect(screen.getByRole("menuitem", { name: "Delete" })).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}{End}{Enter}");
    expect(onSelect.mock.calls).toEqual([["delete"]]);
    expect(screen.queryByRole("menu")).toBeNull();
    expect(trigger).toHaveFocus();
  });

  it("finds an item by its first letters", async () => {
    const { trigger } = renderMenu();
    await userEvent.click(trigger);
    await userEvent.keyboard("com");
    expect(screen.getByRole("menuitemcheckbox", { name: /Compact rows/ })).toHaveFocus();
  });

  it("lets a disabled item be read but not chosen", async () => {
    const { onSelect, trigger } = renderMenu();
    await userEvent.click(trigger);
    await userEvent.click(screen.getByRole("menuitem", { name: /Cancel.*It has ended/ }));
    expect(onSelect).not.toHaveBeenCalled();
    expect(screen.getByRole("menu")).toBeInTheDocument();
  });

  it("closes on Escape, on a press outside and on a second press of its button", async () => {
    const { trigger } = renderMenu();
    await userEvent.click(trigger);
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(trigger).toHaveFocus();
    await userEvent.click(trigger);
    await userEvent.click(screen.getByRole("button", { name: "Next" }));
    expect(screen.queryByRole("menu")).toBeNull();
    await userEvent.dblClick(trigger);
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("goes on to what follows its button on Tab", async () => {
    const { trigger } = renderMenu();
    await userEvent.click(trigger);
    await userEvent.tab();
    expect(screen.queryByRole("menu")).toBeNull();
    expect(screen.getByRole("button", { name: "Next" })).toHaveFocus();
  });
});
