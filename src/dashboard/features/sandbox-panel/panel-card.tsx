import type { ReactNode } from "react";

/** One subject of the panel under its heading, which also names the region. */
export function PanelCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-3 rounded-lg border border-border bg-surface p-4">
      <h2 className="font-medium text-base">{title}</h2>
      {children}
    </section>
  );
}
