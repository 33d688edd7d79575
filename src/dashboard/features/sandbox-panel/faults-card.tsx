import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Fault, faultKinds } from "#contract/control-operations.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { armFaultMutation, disarmFaultsMutation, faultsQuery } from "#dashboard/api/sandbox-controls.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { NumberField } from "#dashboard/ui/number-field.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { PanelCard } from "./panel-card.tsx";

type Kind = Fault["kind"];

const kindWords: Record<Kind, string> = {
  "429": "Too many requests (429)",
  "500": "The server fails (500)",
  "502-html": "An HTML error page (502)",
  "524": "The server takes too long (524)",
  hang: "No answer for a long time",
  drop: "The connection breaks, nothing is done",
  "drop-after-commit": "It is done, and the answer is lost",
};
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const start: Fault = {
  kind: "500",
  times: 1,
  match: { method: "POST", path: "/v2/consumer/workflows", whatif: false },
};

/** Let the next matching requests go wrong: arm, see what is still armed, disarm. */
export function FaultsCard() {
  const api = useApi();
  const queryClient = useQueryClient();
  const faults = useQuery(faultsQuery(api));
  const arm = useMutation(armFaultMutation(api, queryClient));
  const disarm = useMutation(disarmFaultsMutation(api, queryClient));
  const [fault, setFault] = useState<Fault>(start);
  const match = fault.match ?? {};
  const failed = arm.error ?? disarm.error ?? faults.error;
  return (
    <PanelCard title="Faults">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="What goes wrong">
          <Select
            value={fault.kind}
            options={faultKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
            onValueChange={(kind) => setFault({ ...fault, kind })}
          />
        </Field>
        <Field label="How often">
          <NumberField
            min={1}
            max={10_000}
            value={fault.times}
            onValueChange={(times) => setFault({ ...fault, times: times ?? 1 })}
          />
        </Field>
        <Field label="Method">
          <Select
            value={match.method ?? ""}
            options={[{ value: "", label: "Any" }, ...methods.map((method) => ({ value: method, label: method }))]}
            onValueChange={(method) => {
              const { method: _, ...others } = match;
              setFault({ ...fault, match: method === "" ? others : { ...others, method } });
            }}
          />
        </Field>
        <Field label="Path begins with">
          <TextField
            spellCheck={false}
            value={match.path ?? ""}
            placeholder="Any path"
            onValueChange={(path) => {
              const { path: _, ...others } = match;
              setFault({ ...fault, match: path === "" ? others : { ...others, path } });
            }}
          />
        </Field>
      </div>
      <Checkbox
        label="Price queries meet it, too"
        checked={match.whatif === undefined}
        onCheckedChange={(isOn) => {
          const { whatif: _, ...others } = match;
          setFault({ ...fault, match: isOn ? others : { ...others, whatif: false } });
        }}
      />
      <div className="flex gap-2">
        <Button variant="primary" isBusy={arm.isPending} onClick={() => arm.mutate(fault)}>
          Arm
        </Button>
        <Button
          onClick={() => disarm.mutate()}
          {...(faults.data?.length ? {} : { disabledReason: "Nothing is armed." })}
        >
          Disarm all
        </Button>
      </div>
      {failed ? <ProblemAlert problem={toApiProblem(failed)} what="The faults are as they were." /> : null}
      <ul aria-label="Armed faults" className="flex flex-col text-sm">
        {faults.data?.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two armed faults may be alike in everything.
          <li key={index} className="flex flex-wrap gap-x-3 border-border border-t py-1.5">
            <span>{kindWords[one.kind]}</span>
            <span className="text-muted">
              {one.match?.method ?? "any method"} {one.match?.path ?? "any path"}
              {one.match?.whatif === undefined ? "" : one.match.whatif ? ", price queries only" : ", no price queries"}
            </span>
            <span className="ml-auto tabular-nums">{one.times} to come</span>
          </li>
        ))}
      </ul>
      {faults.data?.length === 0 ? (
        <p role="status" className="text-muted text-sm">
          Nothing is armed: requests go through.
        </p>
      ) : null}
    </PanelCard>
  );
}
