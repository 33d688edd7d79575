import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps, useLocation, useNavigate } from "@tanstack/react-router";
import {
  ChartColumn,
  Ellipsis,
  FlaskConical,
  LayoutList,
  LayoutTemplate,
  PlugZap,
  Plus,
  ShieldCheck,
} from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useApi } from "#dashboard/api/api.ts";
import type { ListPage } from "#dashboard/api/list-pages.ts";
import { useIsInFront } from "#dashboard/api/use-is-in-front.ts";
import { deskCountQuery } from "#dashboard/api/workflow-queries.ts";
import { reviewOf } from "#dashboard/features/release/review.ts";
import { defaultSearch } from "#dashboard/features/workflow-list/saved-views.ts";
import { Menu } from "#dashboard/ui/menu.tsx";

type Screen = { to: NonNullable<LinkProps["to"]>; label: string; icon: ReactNode; isExact?: boolean };

const daily: readonly Screen[] = [
  { to: "/workflows/new", label: "New workflow", icon: <Plus size={16} />, isExact: true },
  { to: "/workflows", label: "Workflows", icon: <LayoutList size={16} />, isExact: true },
  { to: "/release", label: "Release desk", icon: <ShieldCheck size={16} /> },
];
const others: readonly Screen[] = [
  { to: "/spend", label: "Spend", icon: <ChartColumn size={16} /> },
  { to: "/templates", label: "Templates", icon: <LayoutTemplate size={16} /> },
  { to: "/connections", label: "Connections", icon: <PlugZap size={16} /> },
];
const currentLook = "aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-text";
const sandbox: Screen = { to: "/sandbox", label: "Sandbox", icon: <FlaskConical size={16} /> };

/** The screens that the connection offers, in the order of the rail. */
export function screensOf(kind: "sandbox" | "hosted"): readonly Screen[] {
  return [...daily, ...others, ...(kind === "sandbox" ? [sandbox] : [])];
}

/** Whether the page had time for what nobody waits for. */
function useAfterFirstRows(): boolean {
  const [isAfter, pass] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => pass(true), laterMs);
    return () => clearTimeout(timer);
  }, []);
  return isAfter;
}

const laterMs = 1_500;

/** How many wait for a decision: what was reviewed and stays withheld waits no longer. */
function countWaiting({ items, next }: ListPage): { shown: string; words: string } | undefined {
  const count = items.filter((workflow) => !reviewOf(workflow)).length;
  if (count === 0) return undefined;
  return { shown: `${count}${next ? "+" : ""}`, words: `${next ? "at least " : ""}${count} to decide on` };
}

/** The ways to the screens: a rail at the side; at the bottom of a narrow screen a bar, whose last place opens the rest. */
export function Rail() {
  const api = useApi();
  const navigate = useNavigate();
  const [isAfter, isInFront] = [useAfterFirstRows(), useIsInFront()];
  const isTime = isAfter && isInFront;
  const { data: waiting } = useQuery({ ...deskCountQuery(api), select: countWaiting, enabled: isTime });
  const rest = screensOf(api.connection.kind).slice(daily.length);
  const isAmongRest = useLocation({ select: ({ pathname }) => rest.some(({ to }) => pathname === to) });
  return (
    <nav
      aria-label="Screens"
      className="flex shrink-0 gap-0.5 border-border bg-surface p-2 max-sm:justify-around max-sm:border-t max-sm:p-1 sm:w-12 sm:flex-col sm:border-r lg:w-[200px]"
    >
      {daily.map((screen) => (
        <RailLink key={screen.to} {...screen} {...(screen.to === "/release" && waiting ? { count: waiting } : {})} />
      ))}
      {rest.map((screen) => (
        <RailLink key={screen.to} {...screen} isWideOnly />
      ))}
      <span className="flex flex-1 sm:hidden">
        <Menu
          label="More screens"
          side="top"
          trigger={(trigger) => (
            <button
              {...trigger}
              type="button"
              aria-current={isAmongRest ? "page" : undefined}
              className={`flex h-11 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-muted text-xs hover:bg-hover ${currentLook}`}
            >
              <Ellipsis size={16} aria-hidden="true" />
              More
            </button>
          )}
          items={rest.map(({ to, label, icon }) => ({ id: to, label, icon, onSelect: () => void navigate({ to }) }))}
        />
      </span>
    </nav>
  );
}

type RailLinkProps = Screen & { count?: { shown: string; words: string }; isWideOnly?: boolean };

function RailLink({ to, label, icon, isExact = false, count, isWideOnly = false }: RailLinkProps) {
  return (
    <Link
      to={to}
      search={to === "/workflows" ? defaultSearch() : {}}
      // A filtered list is the list still.
      activeOptions={{ exact: isExact, includeSearch: false }}
      title={label}
      {...(count ? { "aria-label": `${label}, ${count.words}` } : {})}
      className={`relative flex h-8 items-center gap-2.5 rounded-md px-2 text-muted text-sm hover:bg-hover hover:text-text ${currentLook} max-sm:h-11 max-sm:flex-1 max-sm:flex-col max-sm:justify-center max-sm:gap-0.5 max-sm:px-1 ${isWideOnly ? "max-sm:hidden" : ""}`}
    >
      <span aria-hidden="true" className="shrink-0">
        {icon}
      </span>
      <span className="truncate max-lg:sm:sr-only max-sm:max-w-full max-sm:text-xs">{label}</span>
      {count ? (
        <span
          aria-hidden="true"
          className="ml-auto rounded-full bg-withheld-quiet px-1.5 text-withheld text-xs tabular-nums max-lg:absolute max-lg:-top-0.5 max-lg:left-1/2 max-lg:ml-0.5 max-lg:px-1"
        >
          {count.shown}
        </span>
      ) : null}
    </Link>
  );
}
