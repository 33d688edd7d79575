import clsx from "clsx";
import type { ReactNode } from "react";

export type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** What would be here and why it is not. */
  children?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={clsx("flex flex-col items-center justify-center px-6 py-12 text-center", className)}>
      {icon && <span className="mb-3 flex text-subtle [&_.lucide]:size-6">{icon}</span>}
      <h2 className="font-medium text-base">{title}</h2>
      {children && <div className="mt-1 max-w-prose text-muted text-sm">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
