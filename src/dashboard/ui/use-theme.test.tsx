// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { applyKeptTheme, useTheme } from "./use-theme.ts";

afterEach(() => {
  cleanup();
  localStorage.clear();
  applyKeptTheme();
});

function Page() {
  const { theme, setTheme } = useTheme();
  return (
    <>
      <output>{theme}</output>
      <button type="button" onClick={() => setTheme("dark")}>
        Dark
      </button>
      <button type="button" onClick={() => setTheme("system")}>
        System
      </button>
    </>
  );
}

const told = () => screen.getByRole("status").textContent;
const drawn = () => document.documentElement.dataset.theme;

describe("useTheme", () => {
  it("follows the system until one is chosen, and keeps the choice", async () => {
    render(<Page />);
    expect([told(), drawn()]).toEqual(["system", undefined]);
    await userEvent.click(screen.getByRole("button", { name: "Dark" }));
    expect([told(), drawn()]).toEqual(["dark", "dark"]);
    delete document.documentElement.dataset.theme;
    applyKeptTheme();
    expect(drawn()).toBe("dark");
    await userEvent.click(screen.getByRole("button", { name: "System" }));
    expect([told(), drawn()]).toEqual(["system", undefined]);
  });
});
