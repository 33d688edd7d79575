import { Link } from "@tanstack/react-router";
import { CircleAlert, CircleCheck, CircleX } from "lucide-react";
import { useApi } from "#dashboard/api/api.ts";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { shortId } from "#dashboard/display/words.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Switch } from "#dashboard/ui/switch.tsx";
import { type BrowserNotices, setBrowserNotices, useBrowserNotices } from "./browser-notices.ts";
import { type Notice, sayNotice, type Watch } from "./notice.ts";
import { unwatch, useWatches } from "./watch-store.ts";

/** What the bell opens. */
export function BellPanel({ onFollow }: { onFollow: () => void }) {
  const { account, hideMature } = useApi();
  const { watched, notices } = useWatches(account);
  return (
    <div className="flex max-h-[70dvh] flex-col overflow-auto text-sm">
      <Outside />
      <Lately notices={notices} hideMature={hideMature} onFollow={onFollow} />
      <Watched watched={watched} onUnwatch={(id) => unwatch(account, id)} onFollow={onFollow} />
    </div>
  );
}

const explanations: Record<BrowserNotices, string> = {
  on: "While something watched is running, a tab in the background looks once a minute for it.",
  off: "Off, a tab in the background asks the server nothing, and tells you when you come back.",
  blocked: "This browser forbids it for this page. Its settings for the site allow it again.",
  unsupported: "This browser can't show notifications for this page.",
};

function Outside() {
  const state = useBrowserNotices();
  const isPossible = state === "on" || state === "off";
  return (
    <div className="border-border border-b p-3">
      <Switch
        label="Tell me outside this tab, too"
        checked={state === "on"}
        disabled={!isPossible}
        aria-describedby="browser-notices"
        onCheckedChange={(isOn) => void setBrowserNotices(isOn)}
      />
      <p id="browser-notices" className="mt-1 text-muted text-xs">
        {explanations[state]}
      </p>
    </div>
  );
}

const icons = {
  neutral: <CircleAlert className="mt-0.5 text-withheld" aria-hidden="true" />,
  success: <CircleCheck className="mt-0.5 text-success" aria-hidden="true" />,
  danger: <CircleX className="mt-0.5 text-danger" aria-hidden="true" />,
};

type LatelyProps = { notices: readonly Notice[]; hideMature: boolean; onFollow: () => void };

function Lately({ notices, hideMature, onFollow }: LatelyProps) {
  return (
    <section aria-label="Lately" className="border-border border-b p-1">
      <h2 className="px-2 pt-2 pb-1 text-subtle text-xs">Lately</h2>
      {notices.length === 0 ? <p className="px-2 pb-2 text-muted">Nothing yet.</p> : null}
      <ul>
        {notices.map((notice) => {
          const { title, detail, tone } = sayNotice(notice, hideMature);
          return (
            <li key={`${notice.id} ${notice.at}`}>
              <Link
                to="/workflows/$workflowId"
                params={{ workflowId: notice.id }}
                onClick={onFollow}
                className="flex gap-2 rounded-sm p-2 hover:bg-hover"
              >
                {icons[tone]}
                <span className="flex min-w-0 flex-1 flex-col">
                  <span className={notice.isSeen ? "break-words" : "break-words font-medium"}>{title}</span>
                  <span className="text-muted text-xs">{detail}</span>
                </span>
                <span className="shrink-0 text-muted text-xs">
                  <TimeAgo at={notice.at} />
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type WatchedProps = { watched: readonly Watch[]; onUnwatch: (id: string) => void; onFollow: () => void };

function Watched({ watched, onUnwatch, onFollow }: WatchedProps) {
  return (
    <section aria-label="Watched now" className="p-3">
      <h2 className="pb-1 text-subtle text-xs">Watched now: {watched.length}</h2>
      <p className="text-muted text-xs">
        What you run in this browser is watched by itself; the Watch button of a workflow adds any other.
      </p>
      <ul>
        {watched.map(({ id }) => (
          <li key={id} className="flex items-center gap-2">
            <Link
              to="/workflows/$workflowId"
              params={{ workflowId: id }}
              onClick={onFollow}
              className="min-w-0 flex-1 truncate font-mono text-xs hover:underline"
            >
              {shortId(id)}
            </Link>
            <IconButton
              label={`Stop watching ${shortId(id)}`}
              size="sm"
              icon={<CircleX />}
              onClick={() => onUnwatch(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
