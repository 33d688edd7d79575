// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { Checkbox } from "./checkbox.tsx";
import { Field } from "./field.tsx";
import { NumberField } from "./number-field.tsx";
import { Select } from "./select.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";

afterEach(cleanup);

describe("Field", () => {
  it("names its control and shows help on demand", async () => {
    render(
      <Field label="Name" help="Shown in the list">
        <TextField />
      </Field>,
    );
    const input = screen.getByRole("textbox", { name: "Name" });
    expect(input).not.toHaveAccessibleDescription();
    await userEvent.click(screen.getByRole("button", { name: "Help" }));
    expect(input).toHaveAccessibleDescription("Shown in the list");
  });

  it("puts the error in place of the help and marks the control", () => {
    render(
      <Field label="Name" help="Shown in the list" isHelpOpen error="Is taken" isRequired>
        <TextField />
      </Field>,
    );
    const input = screen.getByRole("textbox", { name: "Name" });
    expect(input).toHaveAccessibleDescription("Is taken");
    expect(input).toBeInvalid();
    expect(input).toBeRequired();
    expect(screen.queryByText("Shown in the list")).toBeNull();
  });

  it("does not name a second control that has a name of its own", () => {
    render(
      <Field label="Size">
        <TextField />
        <TextField aria-label="Height" />
      </Field>,
    );
    expect(screen.getAllByRole("textbox", { name: "Size" })).toHaveLength(1);
    expect(screen.getByRole("textbox", { name: "Height" })).toBeInTheDocument();
  });

  it("names a group by its label", () => {
    render(
      <Field label="Callbacks" isGroup>
        <Checkbox label="Steps" />
      </Field>,
    );
    expect(screen.getByRole("group", { name: "Callbacks" })).toContainElement(
      screen.getByRole("checkbox", { name: "Steps" }),
    );
  });
});

describe("NumberField", () => {
  function Steps({
    start,
    ...bounds
  }: {
    start?: number;
    min?: number;
    max?: number;
    step?: number;
    allowsFractions?: boolean;
  }) {
    const [value, setValue] = useState(start);
    return (
      <>
        <NumberField aria-label="Steps" value={value} onValueChange={setValue} {...bounds} />
        <output>{value === undefined ? "nothing" : value}</output>
      </>
    );
  }
  const told = () => screen.getByRole("status").textContent;

  it("keeps its steppers inside the bounds", async () => {
    render(<Steps start={149} max={150} />);
    await userEvent.click(screen.getByRole("button", { name: "Increase" }));
    expect(told()).toBe("150");
    expect(screen.getByRole("button", { name: "Increase" })).toBeDisabled();
  });

  it("leaves a typed number as it was typed, even beyond the bounds", async () => {
    render(<Steps start={1} max={150} />);
    await userEvent.clear(screen.getByRole("spinbutton"));
    expect(told()).toBe("nothing");
    await userEvent.type(screen.getByRole("spinbutton"), "9999");
    expect(told()).toBe("9999");
  });

  it("counts by arrow keys without the errors of floating point", async () => {
    render(<Steps start={0.1} step={0.1} allowsFractions />);
    await userEvent.type(screen.getByRole("spinbutton"), "{ArrowUp}{ArrowUp}");
    expect(told()).toBe("0.3");
    await userEvent.type(screen.getByRole("spinbutton"), "{Shift>}{ArrowDown}{/Shift}");
    expect(told()).toBe("-0.7");
  });

  it("starts an empty field at its least value", async () => {
    render(<Steps min={64} step={64} />);
    await userEvent.click(screen.getByRole("button", { name: "Increase" }));
    expect(told()).toBe("64");
  });
});

describe("TextArea", () => {
  it("counts what is typed without stopping it", () => {
    render(<TextArea aria-label="Prompt" value="rain and sea" onValueChange={() => {}} countLimit={4} />);
    expect(screen.getByRole("textbox")).toHaveAccessibleDescription("12 of 4 characters");
  });
});

describe("Select", () => {
  it("gives the chosen value and groups its options", async () => {
    const chosen: string[] = [];
    const options = [
      { value: "a", label: "Fast" },
      { value: "b", label: "Slow", group: "Others" },
    ] as const;
    render(
      <Select
        aria-label="Speed"
        options={options}
        placeholder="Choose"
        onValueChange={(value) => chosen.push(value)}
      />,
    );
    expect(screen.getByRole("combobox")).toHaveDisplayValue("Choose");
    expect(screen.getByRole("group", { name: "Others" })).toContainElement(
      screen.getByRole("option", { name: "Slow" }),
    );
    await userEvent.selectOptions(screen.getByRole("combobox"), "Slow");
    expect(chosen).toEqual(["b"]);
  });
});

describe("Checkbox", () => {
  it("shows that some but not all are chosen", async () => {
    const { rerender } = render(<Checkbox label="All" isIndeterminate />);
    expect(screen.getByRole("checkbox", { name: "All" })).toBePartiallyChecked();
    rerender(<Checkbox label="All" />);
    expect(screen.getByRole("checkbox", { name: "All" })).not.toBePartiallyChecked();
  });
});
