import type { Chain } from "./chain.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { focusFaultySetting, focusField } from "./focus-field.ts";
import type { StepProblems } from "./step-problems.ts";

type Props = {
  chain: Chain;
  problems: readonly StepProblems[];
  /** What the server said of fields, by their names in the request. */
  errors: Readonly<Record<string, readonly string[]>>;
  /** Show the form of a step, at once. */
  onShowStep: (stepKey: string) => void;
};

const shownAtMost = 5;

/** What has to be looked at, step by step, then of the workflow; a press leads to the field. */
export function FaultList({ chain, problems, errors, onShowStep }: Props) {
  const faults = faultsOf(chain, problems, errors);
  const go = ({ stepKey, path }: Fault) => {
    if (stepKey === undefined) return focusFaultySetting();
    onShowStep(stepKey);
    focusField(path);
  };
  return (
    <ul className="flex flex-col">
      {faults.slice(0, shownAtMost).map((fault) => (
        <li key={`${fault.stepKey} ${fault.path}`}>
          <button
            type="button"
            className="w-full rounded-sm py-0.5 text-left underline-offset-2 hover:underline"
            onClick={() => go(fault)}
          >
            <span className="font-medium">{fault.place}:</span> {fault.message}
          </button>
        </li>
      ))}
      {faults.length > shownAtMost ? <li>And {faults.length - shownAtMost} more.</li> : null}
    </ul>
  );
}
