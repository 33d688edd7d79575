import { Plus } from "lucide-react";
import { useState } from "react";
import { ConnectionCard } from "#dashboard/features/connections/connection-card.tsx";
import { addConnection, useConnections } from "#dashboard/features/connections/connection-store.ts";
import { HostedForm } from "#dashboard/features/connections/hosted-form.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { useTitle } from "#dashboard/ui/use-title.ts";

/** The orchestrators that Baton knows, and the way to add one. */
export function ConnectionsPage() {
  useTitle("Connections");
  const { connections, active, withToken } = useConnections();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 p-4 sm:p-6">
      <div className="flex items-center gap-3">
        <h1 className="font-semibold text-xl">Connections</h1>
        {isAdding ? null : (
          <Button className="ml-auto" icon={<Plus size={16} />} onClick={() => setAdding(true)}>
            Add hosted connection
          </Button>
        )}
      </div>
      {isAdding ? (
        <section aria-label="Add a connection" className="rounded-lg border border-border bg-surface p-4">
          <HostedForm
            onAdd={(draft) => {
              addConnection(draft);
              setAdding(false);
            }}
            onCancel={() => setAdding(false)}
          />
        </section>
      ) : null}
      {connections.map((connection) => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          isActive={connection.id === active.id}
          hasToken={withToken.includes(connection.id)}
        />
      ))}
    </div>
  );
}
