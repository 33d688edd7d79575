/** One argument of a template and the values that it is run with: one, or one per line. */
export type Axis = { name: string; kind: "text" | "number" | "boolean" | "json" } & (
  | { isMany: false; value: unknown }
  | { isMany: true; lines: string }
);

/** The values of an axis, or what is wrong with which line. */
export type ReadAxis = { ok: true; values: unknown[] } | { ok: false; message: string };

/** An axis per argument, each with the value that the template has. */
export function axesOf(values: Readonly<Record<string, unknown>>): Axis[] {
  return Object.entries(values).map(([name, value]) => ({ name, kind: kindOf(value), isMany: false, value }));
}

/** The values of an axis. Empty lines are left out; a text line in quotes is JSON, for texts of several lines. */
export function readAxis(axis: Axis): ReadAxis {
  if (!axis.isMany) return { ok: true, values: [axis.value] };
  const lines = axis.lines.split(/\r?\n/).map((line, index) => ({ text: line.trim(), number: index + 1 }));
  const written = lines.filter(({ text }) => text !== "");
  if (written.length === 0) return { ok: false, message: "Write one value per line." };
  const values: unknown[] = [];
  for (const { text, number } of written) {
    const value = readLine(text, axis.kind);
    if (value === undefined) return { ok: false, message: `Line ${number} is no ${kindNames[axis.kind]}.` };
    values.push(value);
  }
  return { ok: true, values };
}

/** The axis with one value, or with one per line; what was written is kept as far as it goes. */
export function withMany(axis: Axis, isMany: boolean): Axis {
  if (axis.isMany === isMany) return axis;
  const { name, kind } = axis;
  if (isMany) return { name, kind, isMany: true, lines: axis.isMany ? axis.lines : printLine(axis.value) };
  const read = readAxis(axis);
  return { name, kind, isMany: false, value: read.ok ? read.values[0] : "" };
}

const kindNames = { text: "text", number: "number", boolean: "yes or no", json: "JSON" };

function readLine(text: string, kind: Axis["kind"]): unknown {
  switch (kind) {
    case "text":
      return text.startsWith('"') ? readJson(text) : text;
    case "number":
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case "boolean":
      return { yes: true, true: true, no: false, false: false }[text.toLowerCase()];
    case "json":
      return readJson(text);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function printLine(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" && !value.includes("\n") && !value.startsWith('"') ? value : JSON.stringify(value);
}

function kindOf(value: unknown): Axis["kind"] {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "boolean" : "json";
}
