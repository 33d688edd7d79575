/** Marks the submits among all mutations of a client. Apart from the submit, for who only listens. */
export const submitKey = ["submit-workflow"] as const;
