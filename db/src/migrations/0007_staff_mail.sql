CREATE TABLE "staff_mail" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ref" text,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"body" "bytea",
	"status" text DEFAULT 'planned' NOT NULL,
	"reason" text,
	"detail" text,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "staff_mail_org" ON "staff_mail" USING btree ("org_id","id");