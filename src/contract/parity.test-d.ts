import type * as Vendor from "@civitai/client";
import { expectTypeOf } from "vitest";
import type { Blob } from "./blob.ts";
import type { Callback } from "./callbacks.ts";
import type { Cost, Transaction, TransactionSummary } from "./cost.ts";
import type { AccountType } from "./currency.ts";
import type { Rating } from "./mature.ts";
import type { Status } from "./status.ts";
import type { Job, Priority, Step, StepTemplate } from "./step.ts";
import type { UpgradeMode, Workflow, WorkflowTemplate, WorkflowUpdate } from "./workflow.ts";

/*
 * Our shapes beside those of the vendor's own client, member by member. Each difference is listed with its reason: a
 * member that is renamed on either side, or changes its type, fails here.
 */

/** The members that a type names, without its index signature. */
type Named<Type> = {
  [Key in keyof Type as string extends Key ? never : number extends Key ? never : Key]-?: Exclude<Type[Key], undefined>;
};
/** The members of the vendor's that we do not know, or could not read. */
type Unread<Ours, Theirs> = {
  [Key in keyof Named<Theirs>]: Key extends keyof Named<Ours>
    ? Named<Theirs>[Key] extends Named<Ours>[Key]
      ? never
      : Key
    : Key;
}[keyof Named<Theirs>];
/** The members of ours that the vendor does not know. */
type Added<Ours, Theirs> = Exclude<keyof Named<Ours>, keyof Named<Theirs>>;

// Values.
expectTypeOf<Vendor.WorkflowStatus>().toEqualTypeOf<Status>();
expectTypeOf<Vendor.Priority>().toEqualTypeOf<Priority>();
expectTypeOf<Vendor.WorkflowUpgradeMode>().toEqualTypeOf<UpgradeMode>();
expectTypeOf<Vendor.BuzzClientAccount>().toEqualTypeOf<AccountType>();
expectTypeOf<Lowercase<Vendor.NsfwLevel>>().toEqualTypeOf<Rating>();

// What is answered.
// A workflow that was removed is not answered any more.
expectTypeOf<Unread<Workflow, Vendor.Workflow>>().toEqualTypeOf<"deletedAt">();
expectTypeOf<Added<Workflow, Vendor.Workflow>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Cost, Vendor.WorkflowCost>>().toEqualTypeOf<never>();
expectTypeOf<Added<Cost, Vendor.WorkflowCost>>().toEqualTypeOf<never>();
expectTypeOf<Unread<TransactionSummary, Vendor.TransactionSummary>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Transaction, Vendor.TransactionInfo>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Step, Vendor.WorkflowStep>>().toEqualTypeOf<never>();
// Input and output are members of each step type there; the reason is answered and not documented.
expectTypeOf<Added<Step, Vendor.WorkflowStep>>().toEqualTypeOf<"input" | "output" | "reason">();
expectTypeOf<Unread<Job, Vendor.WorkflowStepJob>>().toEqualTypeOf<never>();
// Answered, and not documented.
expectTypeOf<Added<Job, Vendor.WorkflowStepJob>>().toEqualTypeOf<"reason" | "blockedReason">();
// Any text there; the four media of its children here.
expectTypeOf<Unread<Blob, Vendor.Blob>>().toEqualTypeOf<"type">();

// What is sent.
// Nobody pays with "fakeRed".
expectTypeOf<Unread<WorkflowTemplate, Vendor.WorkflowTemplate>>().toEqualTypeOf<"currencies">();
expectTypeOf<Added<WorkflowTemplate, Vendor.WorkflowTemplate>>().toEqualTypeOf<never>();
expectTypeOf<Unread<StepTemplate, Vendor.WorkflowStepTemplate>>().toEqualTypeOf<never>();
expectTypeOf<Unread<Callback, Vendor.WorkflowCallback>>().toEqualTypeOf<never>();
// Mature content can be allowed, and not be forbidden again.
expectTypeOf<Unread<WorkflowUpdate, Vendor.UpdateWorkflowRequest>>().toEqualTypeOf<"allowMatureContent">();
