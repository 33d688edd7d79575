// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { Field } from "./field.tsx";
import { LazyCombobox, LazyTagsField } from "./lazy-combobox.tsx";

afterEach(cleanup);

const models = [
  { value: "a", label: "FLUX.1", detail: "dev" },
  { value: "b", label: "FLUX.1", detail: "schnell" },
  { value: "c", label: "SDXL" },
];

function Models() {
  const [value, setValue] = useState<string | undefined>("c");
  return (
    <>
      <Field label="Model" error="Is gone">
        <LazyCombobox options={models} value={value} onValueChange={setValue} />
      </Field>
      <output>{value}</output>
    </>
  );
}

function Tags({ maxCount }: { maxCount?: number }) {
  const [values, setValues] = useState(["hero"]);
  return (
    <>
      <LazyTagsField
        aria-label="Tags"
        values={values}
        onValuesChange={setValues}
        suggestions={["summer", "hero"]}
        maxCount={maxCount}
      />
      <output aria-label="Values">{values.join("+")}</output>
    </>
  );
}

const valuesTold = () => screen.getByLabelText("Values").textContent;

describe("LazyCombobox", () => {
  it("keeps the focus of who was there before its code", async () => {
    // The first test that draws one: later the code is there at once, and no textbox waits for it.
    render(<Models />);
    screen.getByRole("textbox", { name: "Model" }).focus();
    expect(await screen.findByRole("combobox", { name: "Model" })).toHaveFocus();
  });

  it("finds an option by words of its label and detail", async () => {
    render(<Models />);
    const input = await screen.findByRole("combobox", { name: "Model" });
    expect(input).toHaveValue("SDXL");
    expect(input).toHaveAccessibleDescription("Is gone");
    await userEvent.clear(input);
    await userEvent.type(input, "sch flux");
    expect(screen.getAllByRole("option")).toHaveLength(1);
    await userEvent.keyboard("{Enter}");
    expect(screen.getByText("b", { selector: "output" })).toBeInTheDocument();
    expect(input).toHaveValue("FLUX.1");
  });

  it("keeps its value when Escape is pressed", async () => {
    render(<Models />);
    const input = await screen.findByRole("combobox", { name: "Model" });
    await userEvent.click(input);
    await userEvent.keyboard("{Escape}{Escape}");
    expect(screen.getByText("c", { selector: "output" })).toBeInTheDocument();
    expect(input).toHaveValue("SDXL");
  });
});

describe("LazyTagsField", () => {
  it("takes what is typed by Enter, comma and Tab, rather than a suggestion that begins like it", async () => {
    render(<Tags />);
    await userEvent.type(await screen.findByRole("combobox", { name: "Tags" }), "sum{Enter}draft,");
    expect(valuesTold()).toBe("hero+sum+draft");
    await userEvent.keyboard("late");
    await userEvent.tab();
    expect(valuesTold()).toBe("hero+sum+draft+late");
  });

  it("takes a value once, takes the last back by Backspace, and removes by its x", async () => {
    render(<Tags />);
    const input = await screen.findByRole("combobox", { name: "Tags" });
    await userEvent.type(input, "hero,summer,");
    expect(valuesTold()).toBe("hero+summer");
    await userEvent.keyboard("{Backspace}");
    expect(valuesTold()).toBe("hero");
    await userEvent.keyboard("{Escape}");
    await userEvent.click(screen.getByRole("button", { name: "Remove hero" }));
    expect(valuesTold()).toBe("");
  });

  it("keeps its values when Escape is pressed", async () => {
    render(<Tags />);
    await userEvent.click(await screen.findByRole("combobox", { name: "Tags" }));
    await userEvent.keyboard("{Escape}{Escape}");
    expect(valuesTold()).toBe("hero");
  });

  it("takes no more than it may", async () => {
    render(<Tags maxCount={1} />);
    await userEvent.type(await screen.findByRole("combobox", { name: "Tags" }), "late,");
    expect(valuesTold()).toBe("hero");
  });
});
