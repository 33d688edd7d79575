import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useMemo } from "react";
import { ApiProvider } from "#dashboard/api/api.ts";
import { useConnections } from "#dashboard/features/connections/connection-store.ts";
import { useHideMature } from "./hide-mature.ts";
import { router } from "./router.tsx";
import { openWorkspace } from "./workspace.ts";

/** The whole app under one connection. Hiding mature media changes what is asked for, and keeps what is typed. */
export function App() {
  const { active, session } = useConnections();
  const hideMature = useHideMature();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another session of a connection is another account.
  const workspace = useMemo(() => openWorkspace(active, hideMature), [active, session, hideMature]);
  return (
    // Another session starts everything anew: observers hold on to the client that they were made with.
    <QueryClientProvider key={session} client={workspace.queryClient}>
      <ApiProvider value={workspace.api}>
        <RouterProvider router={router} context={{ workspace }} />
      </ApiProvider>
    </QueryClientProvider>
  );
}
