import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import type { Check } from "#dashboard/api/test-connection.ts";

const looks = {
  yes: { icon: CircleCheck, colour: "text-success", word: "Yes" },
  no: { icon: CircleX, colour: "text-danger", word: "No" },
  unknown: { icon: CircleHelp, colour: "text-muted", word: "Unknown" },
} as const;

/** What the test of a connection found. */
export function ConnectionChecks({ checks }: { checks: readonly Check[] }) {
  return (
    <dl className="mt-4 grid grid-cols-[max-content_1fr] gap-x-4 sm:grid-cols-[max-content_max-content_1fr] gap-y-1.5 border-border border-t pt-3 text-sm">
      {checks.map(({ name, result, detail }) => {
        const { icon: Icon, colour, word } = looks[result];
        return (
          <div key={name} className="col-span-full grid grid-cols-subgrid items-start">
            <dt className="text-muted">{name}</dt>
            <dd className={`flex items-center gap-1.5 font-medium ${colour}`}>
              <Icon size={14} aria-hidden="true" /> {word}
            </dd>
            <dd className="min-w-0 break-words text-muted max-sm:col-span-2">{detail}</dd>
          </div>
        );
      })}
    </dl>
  );
}
