BEGIN TRANSACTION;
CREATE TABLE acts (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	card_row INTEGER NOT NULL, 
	act VARCHAR(16) NOT NULL, 
	at BIGINT NOT NULL, 
	day VARCHAR(16), 
	"before" BIGINT, 
	"after" BIGINT NOT NULL, 
	review_row INTEGER, 
	taken_back BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	FOREIGN KEY(card_row) REFERENCES cards (id), 
	FOREIGN KEY(review_row) REFERENCES reviews (id)
);
INSERT INTO "acts" VALUES(1,1,1,'due',1772820000000000,'2026-03-15',NULL,11,NULL,NULL);
INSERT INTO "acts" VALUES(2,1,4,'bury',1772820000000000,NULL,NULL,11,NULL,NULL);
INSERT INTO "acts" VALUES(3,1,3,'suspend',1772820000000000,NULL,NULL,11,NULL,NULL);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE card_versions (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	card_row INTEGER NOT NULL, 
	number BIGINT NOT NULL, 
	origin VARCHAR(16) NOT NULL, 
	at BIGINT NOT NULL, 
	content_hash VARCHAR(16) NOT NULL, 
	kind TEXT NOT NULL, 
	question TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	topic TEXT NOT NULL, 
	was TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	made TEXT NOT NULL, 
	changed BIGINT, 
	places TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(card_row) REFERENCES cards (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	UNIQUE (card_row, number)
);
INSERT INTO "card_versions" VALUES(1,1,1,1,'deck',1772452800000000,'a133cc2b9e4a2efd','dose','Dose 1 in “gout” — how many µg?','100 micrograms','By mouth.','gout','','','',NULL,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], [["half of it", [["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]]]]]');
INSERT INTO "card_versions" VALUES(2,1,2,1,'deck',1772452800000000,'344f3951465a204f','dose','Dose 2 in “gout” — how many µg?','200 micrograms','By mouth.','gout','','','',NULL,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], []]');
INSERT INTO "card_versions" VALUES(3,1,3,1,'deck',1772452800000000,'5f2dd0d959c0c302','dose','Dose 3 in “gout” — how many µg?','300 micrograms','By mouth.','gout','','','',NULL,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], []]');
INSERT INTO "card_versions" VALUES(4,1,4,1,'deck',1772452800000000,'501eda1c8608d14c','dose','Dose 4 in “gout” — how many µg?','400 micrograms','By mouth.','gout','','','',NULL,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], []]');
INSERT INTO "card_versions" VALUES(5,1,5,1,'deck',1772452800000000,'b189eba7a01f95bd','dose','Dose 5 in “gout” — how many µg?','500 micrograms','By mouth.','gout','','','',NULL,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], []]');
INSERT INTO "card_versions" VALUES(6,1,2,2,'learner',1772820000000000,'6a9a4c6042c378b7','dose','My own question?','My own answer','Mine.','gout','','','',1772820000000000,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], []]');
INSERT INTO "card_versions" VALUES(7,1,4,2,'deck',1772823600000000,'cc4ccb85162a37de','dose','Dose 4 in “gout” — how many µg?','450 micrograms','By mouth.','gout','400 micrograms','','',1772820000000000,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], []]');
INSERT INTO "card_versions" VALUES(8,1,6,1,'deck',1772452800000000,'a133cc2b9e4a2efd','dose','Dose 1 in “gout” — how many µg?','100 micrograms','By mouth.','gout','','','',NULL,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], [["half of it", [["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]]]]]');
INSERT INTO "card_versions" VALUES(9,1,7,1,'deck',1772452800000000,'344f3951465a204f','dose','Dose 2 in “gout” — how many µg?','200 micrograms','By mouth.','gout','','','',NULL,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], []]');
INSERT INTO "card_versions" VALUES(10,1,8,1,'deck',1772452800000000,'5f2dd0d959c0c302','dose','Dose 3 in “gout” — how many µg?','300 micrograms','By mouth.','gout','','','',NULL,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], []]');
INSERT INTO "card_versions" VALUES(11,1,9,1,'deck',1772452800000000,'501eda1c8608d14c','dose','Dose 4 in “gout” — how many µg?','400 micrograms','By mouth.','gout','','','',NULL,'[[["gout.txt", ["Gout", "Long term"], 9, 9, 2, "Aim for less"]], []]');
CREATE TABLE cards (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	deck_row INTEGER NOT NULL, 
	card VARCHAR(64) NOT NULL, 
	position BIGINT NOT NULL, 
	status VARCHAR(16) NOT NULL, 
	drafted BOOLEAN NOT NULL, 
	suspended BIGINT, 
	withdrawn BOOLEAN NOT NULL, 
	deck_hash VARCHAR(16) NOT NULL, 
	version BIGINT NOT NULL, held BIGINT, flagged BIGINT, leech BIGINT, family BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(deck_row) REFERENCES decks (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	UNIQUE (deck_row, card)
);
INSERT INTO "cards" VALUES(1,1,1,'c-0000000000000001',1,'active',0,NULL,0,'a133cc2b9e4a2efd',1,NULL,NULL,NULL,NULL);
INSERT INTO "cards" VALUES(2,1,1,'c-0000000000000002',2,'active',0,NULL,0,'344f3951465a204f',2,NULL,1772820000000000,NULL,NULL);
INSERT INTO "cards" VALUES(3,1,1,'c-0000000000000003',3,'active',0,1772820000000000,0,'5f2dd0d959c0c302',1,NULL,NULL,NULL,NULL);
INSERT INTO "cards" VALUES(4,1,1,'c-0000000000000004',4,'active',0,NULL,0,'cc4ccb85162a37de',2,1772852400000000,NULL,NULL,NULL);
INSERT INTO "cards" VALUES(5,1,1,'c-0000000000000005',5,'active',0,NULL,1,'b189eba7a01f95bd',1,NULL,NULL,NULL,NULL);
INSERT INTO "cards" VALUES(6,1,2,'c-0000000000000001',1,'active',1,NULL,0,'a133cc2b9e4a2efd',1,NULL,NULL,NULL,NULL);
INSERT INTO "cards" VALUES(7,1,2,'c-0000000000000002',2,'discarded',1,NULL,0,'344f3951465a204f',1,NULL,NULL,NULL,NULL);
INSERT INTO "cards" VALUES(8,1,2,'c-0000000000000003',3,'draft',1,NULL,0,'5f2dd0d959c0c302',1,NULL,NULL,NULL,NULL);
INSERT INTO "cards" VALUES(9,1,2,'c-0000000000000004',4,'draft',1,NULL,0,'501eda1c8608d14c',1,NULL,NULL,NULL,NULL);
CREATE TABLE decisions (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	card_row INTEGER NOT NULL, 
	decision VARCHAR(16) NOT NULL, 
	reason TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	taken_back BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(card_row) REFERENCES cards (id), 
	FOREIGN KEY(user_id) REFERENCES users (id)
);
INSERT INTO "decisions" VALUES(1,1,6,'active','',1772452800000000,NULL);
INSERT INTO "decisions" VALUES(2,1,7,'discarded','said twice',1772456400000000,NULL);
INSERT INTO "decisions" VALUES(3,1,8,'active','',1772460000000000,1772463600000000);
CREATE TABLE decks (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	deck VARCHAR(64) NOT NULL, 
	title TEXT NOT NULL, 
	note TEXT NOT NULL, 
	loaded BIGINT NOT NULL, grouped BOOLEAN DEFAULT 0 NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	UNIQUE (user_id, deck)
);
INSERT INTO "decks" VALUES(1,1,'11111111111111111111111111111111','Gout 1','For study.',1772823600000000,0);
INSERT INTO "decks" VALUES(2,1,'22222222222222222222222222222222','Gout 2','For study.',1772452800000000,0);
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	text TEXT NOT NULL, 
	loaded BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	UNIQUE (user_id, name, sha256)
);
INSERT INTO "documents" VALUES(1,1,'gout.txt','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','Gout

Aim for less.',1772452800000000);
CREATE TABLE memory (
	card_row INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	deck_row INTEGER NOT NULL, 
	queue VARCHAR(16) NOT NULL, 
	due BIGINT NOT NULL, 
	reviews BIGINT NOT NULL, 
	lapses BIGINT NOT NULL, 
	stability DOUBLE, 
	difficulty DOUBLE, 
	step BIGINT, 
	last BIGINT, 
	offset_minutes BIGINT, 
	introduced BIGINT, turn BIGINT, 
	PRIMARY KEY (card_row), 
	FOREIGN KEY(card_row) REFERENCES cards (id), 
	FOREIGN KEY(deck_row) REFERENCES decks (id), 
	FOREIGN KEY(user_id) REFERENCES users (id)
);
INSERT INTO "memory" VALUES(1,1,1,'review',1773543600000000,4,0,8.76385593414306640625e+00,6.72239255905151367187e+00,NULL,1772733600000000,0,1772456400000000,NULL);
INSERT INTO "memory" VALUES(2,1,1,'learning',1772640600000000,2,0,1.88678812980651855468e+00,6.4021148681640625e+00,1,1772640000000000,0,1772542800000000,NULL);
INSERT INTO "memory" VALUES(3,1,1,'rest',1774749600000000,2,0,1.8136127471923828125e+01,1.0,NULL,1772726400000000,0,1772546400000000,NULL);
INSERT INTO "memory" VALUES(4,1,1,'rest',1772730060000000,2,0,0.571299135684967,7.39450216293335,0,1772730000000000,0,1772632800000000,NULL);
INSERT INTO "memory" VALUES(5,1,1,'rest',5,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "memory" VALUES(6,1,2,'new',1,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "memory" VALUES(7,1,2,'rest',2,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "memory" VALUES(8,1,2,'rest',3,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "memory" VALUES(9,1,2,'rest',4,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE reports (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	card_row INTEGER NOT NULL, 
	reason VARCHAR(16) NOT NULL, 
	note TEXT NOT NULL, 
	wording VARCHAR(16) NOT NULL, 
	at BIGINT NOT NULL, 
	closed BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	FOREIGN KEY(card_row) REFERENCES cards (id)
);
INSERT INTO "reports" VALUES(1,1,2,'unclear','Which gout?','6a9a4c6042c378b7',1772820000000000,NULL);
CREATE TABLE reversals (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	review_row INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(review_row) REFERENCES reviews (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	UNIQUE (review_row)
);
INSERT INTO "reversals" VALUES(1,1,10,1772820000000000);
CREATE TABLE reviews (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	card_row INTEGER NOT NULL, 
	review VARCHAR(64) NOT NULL, 
	rating BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	offset_minutes BIGINT NOT NULL, 
	wording VARCHAR(64) NOT NULL, 
	milliseconds BIGINT, 
	due BIGINT NOT NULL, 
	days BIGINT, fuzz DOUBLE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(card_row) REFERENCES cards (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	UNIQUE (user_id, review)
);
INSERT INTO "reviews" VALUES(1,1,1,'review-0000000000000000',3,1772539200000000,0,'wwwwwwwwwwwwwwww',0,1772539800000000,NULL,0.18994140625);
INSERT INTO "reviews" VALUES(2,1,2,'review-0000000000000001',1,1772542800000000,0,'wwwwwwwwwwwwwwww',900,1772542860000000,NULL,0.71533203125);
INSERT INTO "reviews" VALUES(3,1,3,'review-0000000000000002',4,1772546400000000,0,'wwwwwwwwwwwwwwww',1800,1773370800000000,10,0.35986328125);
INSERT INTO "reviews" VALUES(4,1,4,'review-0000000000000003',3,1772632800000000,0,'wwwwwwwwwwwwwwww',2700,1772633400000000,NULL,0.64990234375);
INSERT INTO "reviews" VALUES(5,1,1,'review-0000000000000004',2,1772636400000000,0,'wwwwwwwwwwwwwwww',NULL,1772637000000000,NULL,0.42724609375);
INSERT INTO "reviews" VALUES(6,1,2,'review-0000000000000005',3,1772640000000000,0,'wwwwwwwwwwwwwwww',4500,1772640600000000,NULL,0.08349609375);
INSERT INTO "reviews" VALUES(7,1,3,'review-0000000000000006',3,1772726400000000,0,'wwwwwwwwwwwwwwww',5400,1774749600000000,24,4.54868861607142849212e-01);
INSERT INTO "reviews" VALUES(8,1,4,'review-0000000000000007',1,1772730000000000,0,'wwwwwwwwwwwwwwww',6300,1772730060000000,NULL,0.49755859375);
INSERT INTO "reviews" VALUES(9,1,1,'review-0000000000000008',3,1772733600000000,0,'wwwwwwwwwwwwwwww',7200,1773889200000000,14,9.10074869791666629659e-01);
INSERT INTO "reviews" VALUES(10,1,2,'review-0000000000000009',4,1772820000000000,0,'wwwwwwwwwwwwwwww',8100,1774062000000000,15,0.723876953125);
INSERT INTO "reviews" VALUES(11,1,1,'review-late-000001',2,1772456400000000,0,'',NULL,1773889200000000,14,0.55419921875);
CREATE TABLE sources (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	deck_row INTEGER NOT NULL, 
	position BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	title TEXT NOT NULL, 
	publisher TEXT NOT NULL, 
	page_kind TEXT NOT NULL, 
	reviewed TEXT NOT NULL, 
	notice TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(deck_row) REFERENCES decks (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	UNIQUE (deck_row, name)
);
INSERT INTO "sources" VALUES(1,1,1,0,'gout.txt','Gout','Joint Society','','','','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
INSERT INTO "sources" VALUES(2,1,2,0,'gout.txt','Gout','Joint Society','','','','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
CREATE TABLE users (
	id INTEGER NOT NULL, 
	created BIGINT NOT NULL, 
	settings TEXT DEFAULT '{}' NOT NULL, agenda VARCHAR(16), extra_day VARCHAR(16), extra BIGINT DEFAULT '0' NOT NULL, extra_new BIGINT DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "users" VALUES(1,1772452800000000,'{"learning": [60, 600], "leech_after": 8, "leech_rests": true, "longest": 36500, "new_cards": "mixed", "new_per_day": 7, "order": "topics", "preferences": {"single_keys": true, "theme": "system", "timed": true, "two_buttons": false, "typing": "numbers"}, "relearning": [600], "retention": 0.88, "reviews_per_day": 200, "rollover": 3, "siblings_apart": true, "week": ["full", "full", "full", "full", "full", "full", "full"], "weights": null, "zone": "Europe/London"}',NULL,NULL,0,0);
CREATE INDEX ix_decisions_card ON decisions (card_row);
CREATE INDEX ix_memory_queue ON memory (user_id, queue, due, card_row, deck_row);
CREATE INDEX ix_reviews_card ON reviews (card_row);
CREATE INDEX ix_reviews_user_at ON reviews (user_id, at);
CREATE INDEX ix_memory_turn ON memory (user_id, turn) WHERE turn IS NOT NULL;
CREATE INDEX ix_acts_card ON acts (card_row);
CREATE INDEX ix_acts_user_at ON acts (user_id, at);
CREATE INDEX ix_reports_card ON reports (card_row);
COMMIT;
