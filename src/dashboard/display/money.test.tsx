// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { BuzzAmount } from "./buzz-amount.tsx";
import { CurrencySplit } from "./currency-split.tsx";

afterEach(cleanup);
const text = () => screen.getByTestId("money").textContent;

describe("an amount of Buzz", () => {
  it("says its colour in words beside the number", () => {
    render(<div data-testid="money">{<BuzzAmount currency="yellow" amount={1952} />}</div>);
    expect(text()).toBe("Yellow1\u202f952");
  });

  it("says unknown and never 0 when nobody knows", () => {
    render(<div data-testid="money">{<BuzzAmount currency="blue" amount="unknown" />}</div>);
    expect(text()).toBe("Blueunknown");
  });
});

describe("a split by currency", () => {
  it("leaves out the currencies that paid nothing", () => {
    render(<div data-testid="money">{<CurrencySplit amounts={{ blue: 40, green: 0, yellow: 8 }} />}</div>);
    expect(text()).toBe("Blue40Yellow8");
  });

  it("says that the cost is unknown when the server told no transactions", () => {
    render(<div data-testid="money">{<CurrencySplit amounts={undefined} />}</div>);
    expect(text()).toBe("cost unknown");
  });

  it("says 0 when everything came back", () => {
    render(<div data-testid="money">{<CurrencySplit amounts={{ blue: 0, green: 0, yellow: 0 }} />}</div>);
    expect(text()).toBe("0");
  });
});
