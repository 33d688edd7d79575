import { Link } from "@tanstack/react-router";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { stepTypeName } from "#dashboard/display/words.ts";
import { useRowKeys } from "#dashboard/ui/use-row-keys.ts";
import { argumentNames, type Template } from "./template.ts";

type Props = { templates: readonly Template[]; openId: string | undefined };

/** The templates by name, each with its chain and what it is filled in with: J and K move, Enter opens. */
export function TemplateList({ templates, openId }: Props) {
  const list = useRowKeys<HTMLUListElement>("li > a");
  return (
    <ul
      ref={list}
      aria-label="Templates"
      className="flex flex-col overflow-hidden rounded-lg border border-border bg-surface"
    >
      {templates.map((template) => (
        <li key={template.id} className="border-border border-b last:border-b-0">
          <Link
            to="/templates"
            search={{ template: template.id }}
            aria-current={template.id === openId ? "true" : undefined}
            className="flex flex-col gap-0.5 px-3 py-2 hover:bg-hover aria-[current=true]:bg-accent-quiet"
          >
            <span className="truncate font-medium text-sm">{template.name}</span>
            {template.description === "" ? null : (
              <span className="line-clamp-2 text-muted text-xs">{template.description}</span>
            )}
            <span className="truncate text-muted text-xs">
              {template.body.steps.map(({ $type }) => stepTypeName($type)).join(" › ")}
            </span>
            <span className="text-subtle text-xs">
              {sayArguments(argumentNames(template))}, saved <TimeAgo at={new Date(template.savedAt).toISOString()} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function sayArguments(names: readonly string[]): string {
  if (names.length === 0) return "Nothing to fill in";
  return `Fill in ${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
}
