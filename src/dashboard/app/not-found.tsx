import { Link } from "@tanstack/react-router";
import { useTitle } from "#dashboard/ui/use-title.ts";

/** A path that leads nowhere. */
export function NotFound() {
  useTitle("Not found");
  return (
    <section className="m-auto flex max-w-md flex-col items-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-lg">There is no such page</h1>
      <p className="text-muted text-sm">The link may be mistyped, or from another version of Baton.</p>
      <Link to="/workflows" className="text-accent text-sm underline underline-offset-2">
        Go to the workflows
      </Link>
    </section>
  );
}
