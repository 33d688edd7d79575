import { ExternalLink } from "lucide-react";
import type { DownloadProblem } from "./download-outputs.ts";

/** So many links are drawn; the manifest has all of them. */
const linksAtMost = 6;

/** What was not saved and why, with links to what can be opened on its own host instead. */
export function DownloadFailure({ problem: { words, elsewhere } }: { problem: DownloadProblem }) {
  const more = elsewhere.length - linksAtMost;
  return (
    <div role="alert" className="flex w-full flex-col gap-1 text-sm">
      <p className="text-danger">{words}</p>
      {elsewhere.length > 0 ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {elsewhere.slice(0, linksAtMost).map(({ label, url }) => (
            <li key={label}>
              <ElsewhereLink label={label} url={url} />
            </li>
          ))}
          {more > 0 ? <li className="text-muted">and {more} more in the manifest</li> : null}
        </ul>
      ) : null}
    </div>
  );
}

/** Opens a file on its own host, in a tab of its own that does not learn where it was opened from. */
export function ElsewhereLink({ label, url }: { label: string; url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 text-accent underline underline-offset-2"
    >
      {label} <ExternalLink aria-label="in a new tab" className="size-3.5" />
    </a>
  );
}
