import type { ReactNode } from "react";
import { humanise } from "#dashboard/display/words.ts";
import { Chip } from "#dashboard/ui/chip.tsx";
import { CopyButton } from "#dashboard/ui/copy-button.tsx";
import { TableHead } from "#dashboard/ui/table-head.tsx";
import { ScrolledRegion } from "../scrolled-region.tsx";
import type { StepResult } from "./step-results.ts";

/** A text, a transcript or a table that a step delivered. */
export function StepResultFigure({ result }: { result: StepResult }) {
  const { stepName, label } = result;
  const words = humanise(label).toLowerCase();
  return (
    <figure className="min-w-0 rounded-lg border border-border bg-surface p-4">
      <figcaption className="mb-2 flex items-center text-muted text-xs">
        {stepName}, {words}
        <span className="ml-auto">
          <CopyButton text={() => textOf(result)} label={`Copy ${words} of ${stepName}`} isIconOnly size="sm" />
        </span>
      </figcaption>
      {draw(result)}
    </figure>
  );
}

function draw(result: StepResult): ReactNode {
  switch (result.kind) {
    case "text":
      return <p className="max-w-prose whitespace-pre-wrap break-words text-base">{result.text}</p>;
    case "words":
      return result.words.some((word) => word.length > longWord) ? (
        <ul className="flex list-disc flex-col gap-1 pl-4 text-sm">
          {result.words.map((word) => (
            <li key={word} className="max-w-prose break-words">
              {word}
            </li>
          ))}
        </ul>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {result.words.map((word) => (
            <li key={word}>
              <Chip>{word}</Chip>
            </li>
          ))}
        </ul>
      );
    case "transcript":
      return (
        <ScrolledRegion className="max-h-80" label={`Transcript of ${result.stepName}`}>
          <ol className="flex flex-col gap-1 text-sm">
            {result.lines.map(({ text, fromSeconds, toSeconds }) => (
              <li key={`${fromSeconds} ${text}`} className="flex gap-4">
                <span className="tabular w-32 shrink-0 text-muted">
                  {sayPlace(fromSeconds)} – {sayPlace(toSeconds)}
                </span>
                <span>{text}</span>
              </li>
            ))}
          </ol>
        </ScrolledRegion>
      );
    case "pairs":
      return (
        <ScrolledRegion className="max-h-80" label={`${humanise(result.label)} of ${result.stepName}`}>
          <table className="text-left text-sm">
            <tbody>
              {result.pairs.map(([name, value]) => (
                <tr key={name} className="border-border border-t first:border-t-0">
                  <th scope="row" className="py-1 pr-8 font-normal text-muted">
                    {humanise(name)}
                  </th>
                  <td className={`py-1 ${typeof value === "number" ? "tabular text-right" : "break-all"}`}>
                    {sayValue(value)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrolledRegion>
      );
    case "table":
      return (
        <ScrolledRegion className="max-h-80" label={`${humanise(result.label)} of ${result.stepName}`}>
          <table className="w-full text-left text-sm">
            <TableHead columns={result.columns.map(humanise)} />
            <tbody>
              {result.rows.map((row) => (
                <tr key={JSON.stringify(row)} className="border-border border-t">
                  {result.columns.map((column) => (
                    <td key={column} className="py-1 pr-3">
                      {row[column] === undefined ? "" : sayValue(row[column])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrolledRegion>
      );
  }
}

/** From here on they are sentences, which are read in lines. */
const longWord = 32;

function sayValue(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? String(Number(value.toFixed(4))) : value;
}

/** A place in a recording: 1:05.2. */
function sayPlace(seconds: number): string {
  const rest = (seconds % 60).toFixed(1);
  return `${Math.floor(seconds / 60)}:${rest.padStart(4, "0")}`;
}

function textOf(result: StepResult): string {
  switch (result.kind) {
    case "text":
      return result.text;
    case "words":
      return result.words.join("\n");
    case "transcript":
      return result.lines
        .map(({ text, fromSeconds, toSeconds }) => `${sayPlace(fromSeconds)}\t${sayPlace(toSeconds)}\t${text}`)
        .join("\n");
    case "pairs":
      return result.pairs.map(([name, value]) => `${name}\t${value}`).join("\n");
    case "table":
      return [result.columns, ...result.rows.map((row) => result.columns.map((column) => row[column] ?? ""))]
        .map((cells) => cells.join("\t"))
        .join("\n");
  }
}
