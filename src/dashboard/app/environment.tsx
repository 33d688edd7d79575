import { useApi } from "#dashboard/api/api.ts";

/*
 * Whether Buzz is real is said three ways: by word, by icon, by a line on top of the page, so that nobody spends by
 * mistake. Source: look, "Frame".
 */

/** The line on top of the page: hatched for the sandbox, solid for a hosted server. */
export function EnvironmentLine() {
  const { connection } = useApi();
  const look =
    connection.kind === "sandbox"
      ? "bg-[repeating-linear-gradient(135deg,var(--border-strong)_0_6px,transparent_6px_12px)]"
      : "bg-accent";
  return <div aria-hidden="true" className={`h-[3px] shrink-0 ${look}`} />;
}

/** The word: play money, or real. */
export function EnvironmentWord() {
  const { connection } = useApi();
  return connection.kind === "sandbox" ? (
    <span className="inline-flex items-center gap-1 rounded-sm border border-border-strong border-dashed px-1.5 py-px font-medium text-muted text-xs">
      <FlaskIcon /> Sandbox
    </span>
  ) : (
    <span className="inline-flex items-center gap-1 rounded-sm bg-accent px-1.5 py-0.5 font-medium text-accent-text text-xs">
      <LiveIcon /> Live
    </span>
  );
}

function FlaskIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-3" fill="none" stroke="currentColor" strokeWidth="1.5">
      <path d="M6 1.75h4M7 2v4L3 13.25c-.3.6.1 1 .7 1h8.6c.6 0 1-.4.7-1L9 6V2" strokeLinecap="round" />
    </svg>
  );
}

function LiveIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-3" fill="currentColor">
      <circle cx="8" cy="8" r="4" />
    </svg>
  );
}
