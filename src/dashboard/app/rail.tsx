import { Link, type LinkProps } from "@tanstack/react-router";
import { LayoutList, LayoutTemplate, PlugZap, Plus, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";

/** The ways to the screens: a rail at the side, a bar at the bottom of a narrow screen. */
export function Rail() {
  return (
    <nav
      aria-label="Screens"
      className="flex shrink-0 gap-0.5 border-border bg-surface p-2 max-sm:justify-around max-sm:border-t sm:w-12 sm:flex-col sm:border-r lg:w-[200px]"
    >
      <RailLink to="/workflows/new" icon={<Plus size={16} />} exact>
        New workflow
      </RailLink>
      <RailLink to="/workflows" icon={<LayoutList size={16} />} exact search={{}}>
        Workflows
      </RailLink>
      <RailLink to="/workflows" icon={<ShieldCheck size={16} />} exact search={{ withheld: true }}>
        Release desk
      </RailLink>
      <RailLink to="/templates" icon={<LayoutTemplate size={16} />}>
        Templates
      </RailLink>
      <RailLink to="/connections" icon={<PlugZap size={16} />}>
        Connections
      </RailLink>
    </nav>
  );
}

type RailLinkProps = {
  to: LinkProps["to"];
  search?: LinkProps["search"];
  icon: ReactNode;
  exact?: boolean;
  children: string;
};

function RailLink({ to, search, icon, exact = false, children }: RailLinkProps) {
  return (
    <Link
      to={to}
      {...(search === undefined ? {} : { search })}
      activeOptions={{ exact, includeSearch: search !== undefined }}
      title={children}
      className="flex h-8 items-center gap-2.5 rounded-md px-2 text-muted text-sm hover:bg-hover hover:text-text aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-text max-sm:h-11 max-sm:flex-1 max-sm:flex-col max-sm:justify-center max-sm:gap-0.5 max-sm:px-1"
    >
      <span aria-hidden="true" className="shrink-0">
        {icon}
      </span>
      <span className="truncate max-lg:sm:sr-only max-sm:max-w-full max-sm:text-xs">{children}</span>
    </Link>
  );
}
