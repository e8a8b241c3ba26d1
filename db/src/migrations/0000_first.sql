CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "clock" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"anchor_real" timestamp (3) with time zone NOT NULL,
	"anchor_org" timestamp (3) with time zone NOT NULL,
	"speed" double precision DEFAULT 1 NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"advancing_to" timestamp (3) with time zone,
	"advance_via" text,
	"advancing_from" timestamp (3) with time zone,
	"advance_count" integer DEFAULT 0 NOT NULL,
	"run_id" text,
	"poked_at" timestamp (3) with time zone,
	"poke_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closure" (
	"org_id" uuid NOT NULL,
	"day" date NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	CONSTRAINT "closure_org_id_day_pk" PRIMARY KEY("org_id","day")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"sandbox" boolean DEFAULT false NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"country" text DEFAULT 'FR' NOT NULL,
	"language" text DEFAULT 'fr' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Paris' NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entity" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"legal_form" text DEFAULT '' NOT NULL,
	"siren" text,
	"address" text DEFAULT '' NOT NULL,
	"country" text DEFAULT 'FR' NOT NULL,
	"language" text DEFAULT 'fr' NOT NULL,
	"account_holder" text,
	"iban" text,
	"bic" text,
	"email_from" text,
	"reply_to" text,
	"sender_name" text DEFAULT '' NOT NULL,
	"sender_role" text DEFAULT '' NOT NULL,
	"sender_phone" text DEFAULT '' NOT NULL,
	"data_notice_url" text,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"ref" text NOT NULL,
	CONSTRAINT "account_entity_ref" UNIQUE("entity_id","ref")
);
--> statement-breakpoint
CREATE TABLE "debtor" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"external_ref" text NOT NULL,
	"kind" text DEFAULT 'unknown' NOT NULL,
	"siren" text,
	"language" text,
	"country" text,
	"segment" text,
	"owner" text,
	"excluded" boolean DEFAULT false NOT NULL,
	"excluded_reason" text,
	"run_id" text,
	"poked_at" timestamp (3) with time zone,
	"poke_count" integer DEFAULT 0 NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"role" text DEFAULT 'billing' NOT NULL,
	"email" text,
	"phone" text,
	"email_status" text DEFAULT 'usable' NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "adjustment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"before" bigint NOT NULL,
	"after" bigint NOT NULL,
	"import_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"number" text NOT NULL,
	"issue_date" date,
	"due_date" date NOT NULL,
	"total" bigint NOT NULL,
	"balance" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"url" text,
	"imported_hash" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_entity_number" UNIQUE("entity_id","number")
);
--> statement-breakpoint
CREATE TABLE "allocation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "allocation_once" UNIQUE("payment_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"received_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"entity_id" uuid,
	"debtor_id" uuid,
	"debtor_ref" text,
	"invoice_numbers" text[],
	"reference" text,
	"unallocated" bigint NOT NULL,
	"import_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_external" UNIQUE("org_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "scenario" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"graph" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scenario_version" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"scenario_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"graph" jsonb NOT NULL,
	"plan" jsonb NOT NULL,
	"plan_hash" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scenario_version_once" UNIQUE("scenario_id","version")
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	"scenario_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"status" text DEFAULT 'live' NOT NULL,
	"closing" text,
	"held" boolean DEFAULT false NOT NULL,
	"held_until" date,
	"held_reason" text,
	"incident_code" text,
	"incident_node_id" text,
	"state" jsonb,
	"seq" integer DEFAULT 0 NOT NULL,
	"next_event_no" integer DEFAULT 1 NOT NULL,
	"wake_at" timestamp (3) with time zone,
	"run_id" text,
	"poked_at" timestamp (3) with time zone,
	"poke_count" integer DEFAULT 0 NOT NULL,
	"outcome_reason" text,
	"outcome_node_id" text,
	"enrolled_at" timestamp (3) with time zone NOT NULL,
	"enrolled_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"enrolment_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"v" integer DEFAULT 1 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"reason" text,
	"cause" text,
	"data" jsonb NOT NULL,
	"consumed_seq" integer,
	CONSTRAINT "event_enrolment_id_no_pk" PRIMARY KEY("enrolment_id","no")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"enrolment_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"org_id" uuid NOT NULL,
	"engine_version" integer NOT NULL,
	"now" timestamp (3) with time zone NOT NULL,
	"event_nos" integer[] NOT NULL,
	"facts" jsonb NOT NULL,
	"commands" jsonb NOT NULL,
	"state_hash" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journal_enrolment_id_seq_pk" PRIMARY KEY("enrolment_id","seq")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"node_id" text NOT NULL,
	"visit" integer NOT NULL,
	"channel" text NOT NULL,
	"template" text NOT NULL,
	"tone" integer NOT NULL,
	"recipients" text[] NOT NULL,
	"answer_in" jsonb,
	"minimum_distance_days" integer NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"reason" text,
	"waiting_for" text,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"slot_at" timestamp (3) with time zone,
	"message_id" uuid,
	"covered_by" uuid,
	"sent_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_step" UNIQUE("enrolment_id","node_id","visit")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"message_id_header" text NOT NULL,
	"to" text[] NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"channel" text NOT NULL,
	"status" text DEFAULT 'reserved' NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"template" text NOT NULL,
	"language" text NOT NULL,
	"tone" integer NOT NULL,
	"minimum_distance_days" integer NOT NULL,
	"to" text[] NOT NULL,
	"from" text NOT NULL,
	"reply_to" text,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"message_id_header" text NOT NULL,
	"answer_by" date,
	"reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"reserved_at" timestamp (3) with time zone NOT NULL,
	"handed_over_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_invoice" (
	"message_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"demanded" boolean NOT NULL,
	"balance" bigint NOT NULL,
	CONSTRAINT "message_invoice_message_id_invoice_id_pk" PRIMARY KEY("message_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"instructions" text,
	"script" text,
	"outcomes" jsonb NOT NULL,
	"share_key" text,
	"debtor_id" uuid NOT NULL,
	"entity_id" uuid,
	"currency" text,
	"message_id" uuid,
	"status" text DEFAULT 'open' NOT NULL,
	"due_at" timestamp (3) with time zone,
	"priority" integer DEFAULT 0 NOT NULL,
	"assignee" text,
	"outcome" text,
	"values" jsonb,
	"closed_by" text,
	"closed_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_case" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"node_id" text NOT NULL,
	"visit" integer NOT NULL,
	"outcome" text,
	"values" jsonb,
	"left_at" timestamp (3) with time zone,
	"left_reason" text,
	CONSTRAINT "task_case_step" UNIQUE("enrolment_id","node_id","visit","task_id")
);
--> statement-breakpoint
CREATE TABLE "import_file" (
	"import_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"org_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_file_import_id_part_pk" PRIMARY KEY("import_id","part")
);
--> statement-breakpoint
CREATE TABLE "import" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"filename" text NOT NULL,
	"dry_run" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"stage" text DEFAULT 'received' NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"mapping" jsonb,
	"options" jsonb,
	"detected" jsonb,
	"summary" jsonb,
	"ignored_columns" text[],
	"failure" text,
	"created_by" text NOT NULL,
	"run_id" text,
	"poked_at" timestamp (3) with time zone,
	"poke_count" integer DEFAULT 0 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rejection" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"field" text NOT NULL,
	"org_id" uuid NOT NULL,
	"value" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "import_rejection_import_id_line_field_pk" PRIMARY KEY("import_id","line","field")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"org_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"enrolment_id" uuid,
	"debtor_id" uuid,
	"invoice_id" uuid,
	"task_id" uuid,
	"message_id" uuid,
	"node_id" text,
	"visit" integer,
	"reason" text,
	"ref" text,
	"data" jsonb
);
--> statement-breakpoint
CREATE TABLE "audit_seal" (
	"org_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"last_audit_id" uuid NOT NULL,
	"rows" integer NOT NULL,
	"hash" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seal_org_id_no_pk" PRIMARY KEY("org_id","no")
);
--> statement-breakpoint
CREATE TABLE "heartbeat" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"data" jsonb NOT NULL,
	"beats" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"api_key_id" text NOT NULL,
	"key" text NOT NULL,
	"org_id" uuid NOT NULL,
	"path" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer,
	"reply" "bytea",
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_api_key_id_key_pk" PRIMARY KEY("api_key_id","key")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_kind_id_pk" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
CREATE TABLE "auth"."api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_key_hash" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."member" (
	"user_id" text NOT NULL,
	"org_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_user_id_org_id_pk" PRIMARY KEY("user_id","org_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	"active_organisation_id" uuid,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"language" text,
	"theme" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clock" ADD CONSTRAINT "clock_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_entity_id_entity_id_fk" FOREIGN KEY ("entity_id") REFERENCES "public"."entity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_entity_id_entity_id_fk" FOREIGN KEY ("entity_id") REFERENCES "public"."entity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_entity_id_entity_id_fk" FOREIGN KEY ("entity_id") REFERENCES "public"."entity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_version" ADD CONSTRAINT "scenario_version_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_entity_id_entity_id_fk" FOREIGN KEY ("entity_id") REFERENCES "public"."entity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_version_id_scenario_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."scenario_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_covered_by_message_id_fk" FOREIGN KEY ("covered_by") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_entity_id_entity_id_fk" FOREIGN KEY ("entity_id") REFERENCES "public"."entity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_invoice" ADD CONSTRAINT "message_invoice_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_invoice" ADD CONSTRAINT "message_invoice_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_debtor_id_debtor_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."debtor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_entity_id_entity_id_fk" FOREIGN KEY ("entity_id") REFERENCES "public"."entity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_case" ADD CONSTRAINT "task_case_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_case" ADD CONSTRAINT "task_case_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_case" ADD CONSTRAINT "task_case_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_import_id_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rejection" ADD CONSTRAINT "import_rejection_import_id_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entity_org" ON "entity" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "account_debtor" ON "account" USING btree ("debtor_id");--> statement-breakpoint
CREATE INDEX "debtor_org" ON "debtor" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "debtor_ref" ON "debtor" USING btree ("org_id","external_ref");--> statement-breakpoint
CREATE INDEX "person_debtor" ON "person" USING btree ("debtor_id");--> statement-breakpoint
CREATE INDEX "adjustment_invoice" ON "adjustment" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_org" ON "invoice" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "invoice_debtor" ON "invoice" USING btree ("debtor_id","status");--> statement-breakpoint
CREATE INDEX "invoice_due" ON "invoice" USING btree ("org_id","status","due_date");--> statement-breakpoint
CREATE INDEX "invoice_number" ON "invoice" USING btree ("org_id","number");--> statement-breakpoint
CREATE INDEX "allocation_invoice" ON "allocation" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "payment_org" ON "payment" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "payment_debtor" ON "payment" USING btree ("debtor_id");--> statement-breakpoint
CREATE INDEX "scenario_org" ON "scenario" USING btree ("org_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_live_invoice" ON "enrolment" USING btree ("invoice_id") WHERE status = 'live';--> statement-breakpoint
CREATE INDEX "enrolment_org" ON "enrolment" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "enrolment_debtor" ON "enrolment" USING btree ("debtor_id");--> statement-breakpoint
CREATE INDEX "enrolment_invoice" ON "enrolment" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "enrolment_scenario" ON "enrolment" USING btree ("scenario_id");--> statement-breakpoint
CREATE INDEX "enrolment_wake" ON "enrolment" USING btree ("wake_at") WHERE status = 'live';--> statement-breakpoint
CREATE INDEX "event_unconsumed" ON "event" USING btree ("org_id","recorded_at") WHERE consumed_seq is null;--> statement-breakpoint
CREATE INDEX "contact_org" ON "contact" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "contact_debtor" ON "contact" USING btree ("debtor_id","status");--> statement-breakpoint
CREATE INDEX "contact_invoice" ON "contact" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "contact_slot" ON "contact" USING btree ("slot_at") WHERE status = 'planned';--> statement-breakpoint
CREATE INDEX "contact_message" ON "contact" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mail_org" ON "mail" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "mail_message" ON "mail" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "message_org" ON "message" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "message_debtor" ON "message" USING btree ("debtor_id","handed_over_at");--> statement-breakpoint
CREATE INDEX "message_pending" ON "message" USING btree ("lease_until") WHERE status in ('reserved', 'attempting');--> statement-breakpoint
CREATE INDEX "message_invoice_invoice" ON "message_invoice" USING btree ("invoice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "task_share" ON "task" USING btree ("org_id","share_key") WHERE status = 'open' and share_key is not null;--> statement-breakpoint
CREATE INDEX "task_org" ON "task" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "task_list" ON "task" USING btree ("org_id","status","due_at");--> statement-breakpoint
CREATE INDEX "task_debtor" ON "task" USING btree ("debtor_id");--> statement-breakpoint
CREATE INDEX "task_case_task" ON "task_case" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "task_case_enrolment" ON "task_case" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "import_org" ON "import" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "audit_org" ON "audit" USING btree ("org_id","id");--> statement-breakpoint
CREATE INDEX "audit_enrolment" ON "audit" USING btree ("enrolment_id","id");--> statement-breakpoint
CREATE INDEX "audit_debtor" ON "audit" USING btree ("debtor_id","id");--> statement-breakpoint
CREATE INDEX "idempotency_age" ON "idempotency" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "member_org" ON "auth"."member" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_account_user" ON "auth"."account" USING btree ("user_id");