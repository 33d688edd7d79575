// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { useRowKeys } from "./use-row-keys.ts";

function Rows({ names }: { names: readonly string[] }) {
  const part = useRowKeys<HTMLDivElement>("li > button");
  return (
    <div ref={part}>
      <input aria-label="Find" />
      <ul>
        {names.map((name) => (
          <li key={name}>
            <button type="button">{name}</button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const focused = () => document.activeElement?.textContent;

describe("useRowKeys", () => {
  afterEach(cleanup);

  it("moves through the rows and stays at their ends", async () => {
    render(<Rows names={["One", "Two"]} />);
    await userEvent.keyboard("j");
    expect(focused()).toBe("One");
    await userEvent.keyboard("jj");
    expect(focused()).toBe("Two");
    await userEvent.keyboard("kkk");
    expect(focused()).toBe("One");
  });

  it("begins at the last row with K, and leaves letters alone that are typed", async () => {
    render(<Rows names={["One", "Two"]} />);
    await userEvent.keyboard("k");
    expect(focused()).toBe("Two");
    await userEvent.type(screen.getByLabelText("Find"), "jk");
    expect(screen.getByLabelText("Find")).toHaveValue("jk");
    expect(screen.getByLabelText("Find")).toHaveFocus();
  });
});
