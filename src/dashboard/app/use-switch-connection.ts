import { useNavigate } from "@tanstack/react-router";
import { whenFree } from "#dashboard/display/when-free.ts";
import { activateConnection } from "#dashboard/features/connections/connection-store.ts";

/** Work with another connection, from wherever one is; asked about first where something is under way on the page. */
export function useSwitchConnection(): (id: string) => void {
  const navigate = useNavigate();
  return (id) =>
    whenFree(() => {
      activateConnection(id);
      // What was open belongs to the other connection.
      void navigate({ to: "/workflows", search: {}, ignoreBlocker: true });
    });
}
