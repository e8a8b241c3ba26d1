CREATE TABLE "demo_start" (
	"org_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"name" text NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "demo_start_org_id_no_pk" PRIMARY KEY("org_id","no")
);
