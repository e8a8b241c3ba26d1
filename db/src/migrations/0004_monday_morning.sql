CREATE TABLE "mail_server" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"security" text NOT NULL,
	"username" text,
	"password" "bytea",
	"tested_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "debtor_distinct" (
	"org_id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "debtor_distinct_org_id_one_id_other_id_pk" PRIMARY KEY("org_id","one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "debtor_merge" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"message_id" uuid,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"logged_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credit" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"issue_date" date,
	"amount" bigint NOT NULL,
	"balance" bigint NOT NULL,
	"currency" text NOT NULL,
	"invoice_id" uuid,
	"listed_in" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credit_entity_number" UNIQUE("entity_id","number")
);
--> statement-breakpoint
CREATE TABLE "message_edit" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"contact_ids" uuid[] NOT NULL,
	"subject" text NOT NULL,
	"paragraphs" text[] NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "own_text" (
	"org_id" uuid NOT NULL,
	"template" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"own" boolean DEFAULT true NOT NULL,
	"subject" text NOT NULL,
	"paragraphs" text[] NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "own_text_org_id_template_language_version_pk" PRIMARY KEY("org_id","template","language","version")
);
--> statement-breakpoint
CREATE TABLE "import_change" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"row_id" uuid NOT NULL,
	"act" text NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_source" (
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_source_org_id_kind_source_pk" PRIMARY KEY("org_id","kind","source")
);
--> statement-breakpoint
CREATE TABLE "assignment_list" (
	"org_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignment_list_org_id_version_pk" PRIMARY KEY("org_id","version")
);
--> statement-breakpoint
CREATE TABLE "first_step" (
	"org_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"card" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	CONSTRAINT "first_step_once" UNIQUE("org_id","user_id","card")
);
--> statement-breakpoint
CREATE TABLE "simulated_act" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"debtor_id" uuid,
	"data" jsonb NOT NULL,
	"done_at" timestamp (3) with time zone,
	"result" text,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "simulated_act_once" UNIQUE("org_id","key")
);
--> statement-breakpoint
CREATE TABLE "simulated_debtor" (
	"debtor_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"group" text NOT NULL,
	"traits" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "simulation" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"seen_audit_id" uuid,
	"colleague_takes_all" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "clock" ADD COLUMN "advanced_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "clock" ADD COLUMN "advanced_to" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "sending" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "tolerance" bigint DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "tolerance_abroad" bigint DEFAULT 1500 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "reply_hold_days" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "stale_after_hours" integer;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "batch_factor" double precision;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "ledger_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "assignment_on" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "assignment_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "assignment_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "demo_seed" integer;--> statement-breakpoint
ALTER TABLE "entity" ADD COLUMN "signature" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "debtor" ADD COLUMN "vat_number" text;--> statement-breakpoint
ALTER TABLE "debtor" ADD COLUMN "quiet_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "debtor" ADD COLUMN "quiet_reason" text;--> statement-breakpoint
ALTER TABLE "debtor" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "excluded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "excluded_reason" text;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "disputed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "dispute_reason" text;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "disputed_amount" bigint;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "listed_in" uuid;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "rule_id" text;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "assignment_version" integer;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "may_reenter" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "edit_id" uuid;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "template_version" integer;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "edited" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import" ADD COLUMN "open_items" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import" ADD COLUMN "closing_confirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import" ADD COLUMN "closing" jsonb;--> statement-breakpoint
ALTER TABLE "import" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "import" ADD COLUMN "undone_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "import" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "mail_server" ADD CONSTRAINT "mail_server_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debtor_merge" ADD CONSTRAINT "debtor_merge_kept_id_debtor_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debtor_merge" ADD CONSTRAINT "debtor_merge_merged_id_debtor_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit" ADD CONSTRAINT "credit_entity_id_entity_id_fk" FOREIGN KEY ("entity_id") REFERENCES "public"."entity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit" ADD CONSTRAINT "credit_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit" ADD CONSTRAINT "credit_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit" ADD CONSTRAINT "credit_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_edit" ADD CONSTRAINT "message_edit_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_import_id_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "debtor_merge_kept" ON "debtor_merge" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "debtor_merge_merged" ON "debtor_merge" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "reply_org" ON "reply" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "reply_debtor" ON "reply" USING btree ("debtor_id","id");--> statement-breakpoint
CREATE INDEX "credit_org" ON "credit" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "credit_debtor" ON "credit" USING btree ("debtor_id");--> statement-breakpoint
CREATE INDEX "message_edit_debtor" ON "message_edit" USING btree ("debtor_id");--> statement-breakpoint
CREATE INDEX "import_change_import" ON "import_change" USING btree ("import_id","id");--> statement-breakpoint
CREATE INDEX "simulated_act_due" ON "simulated_act" USING btree ("org_id","done_at","at");--> statement-breakpoint
CREATE INDEX "simulated_debtor_org" ON "simulated_debtor" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "invitation_org" ON "auth"."invitation" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "debtor_siren" ON "debtor" USING btree ("org_id","siren");--> statement-breakpoint
CREATE INDEX "debtor_vat" ON "debtor" USING btree ("org_id","vat_number");--> statement-breakpoint
UPDATE "organisation" SET "sending" = true WHERE "sandbox";
