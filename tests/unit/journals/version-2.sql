-- SPDX-License-Identifier: GPL-3.0-or-later
-- A journal as the last Lanyard of version 2 wrote it: of each operation, entries that were begun, sent, and closed with
-- each outcome before and after they were sent; taken back, and not; with names in several scripts, of odd signs and
-- missing. From 37 on they have what no Lanyard writes. The highest, 42, was removed. Beside it is what that Lanyard
-- read of it (.tsv, each getter) and exported (.csv, .json).
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
BEGIN TRANSACTION;
CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT, begun_at INTEGER NOT NULL, closed_at INTEGER NOT NULL, operation INTEGER NOT NULL, outcome INTEGER NOT NULL, undo_of INTEGER NOT NULL, undone_by INTEGER NOT NULL, error_code INTEGER NOT NULL, workspace_id TEXT, credential_id TEXT, credential_label TEXT, system_id TEXT, from_id TEXT, from_label TEXT, to_id TEXT, to_label TEXT, message TEXT, request_id TEXT, operator TEXT);
INSERT INTO entry VALUES(1,1750000122123459,0,0,0,0,0,-2,'workspace-1','credential-01','Card 1**** José Łukasz','system-1',NULL,NULL,'user-03','',NULL,NULL,'ada');
INSERT INTO entry VALUES(2,1750000183123462,0,0,0,0,0,-1,'workspace-1','credential-02','Card 2**** 山田太郎','system-1',NULL,NULL,'user-05',NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(3,1750000244123466,1795860672582983,0,2,0,0,-2,'workspace-1','credential-03','Card 3**** O"Brien \ Söhne',NULL,NULL,NULL,'user-07','Ada Okafor',NULL,NULL,'ada');
INSERT INTO entry VALUES(4,1750000305123471,1795860672586099,0,2,0,0,-12,'workspace-1','credential-04',replace('Card 4**** Two\nlines	and a  sign','\n',char(10)),'system-1',NULL,NULL,'user-09','José Łukasz',NULL,'req-before','ada');
INSERT INTO entry VALUES(5,1750000366123477,1795860672592130,0,2,0,0,-1007,'workspace-1','credential-05','Card 5**** محمد','system-1',NULL,NULL,'user-11','山田太郎',NULL,NULL,NULL);
INSERT INTO entry VALUES(6,1750000427123484,1795860672596573,0,1,0,0,-1,'workspace-1','credential-06','Card 6**** 👩‍🚒 Eve','system-1',NULL,NULL,'user-13','O"Brien \ Söhne',NULL,'req-7F3a','ada');
INSERT INTO entry VALUES(7,1750000488123492,1795860672604576,0,2,0,0,2,'workspace-1','credential-07','Card 7**** ''); DROP TABLE entry; --',NULL,NULL,NULL,'user-15',replace('Two\nlines	and a  sign','\n',char(10)),'山田太郎','req-7F3a','ada');
INSERT INTO entry VALUES(8,1750000549123501,1795860672608677,0,3,0,0,3,'workspace-1','credential-08','Card 8**** ','system-1',NULL,NULL,'user-17','محمد','O"Brien \ Söhne',NULL,NULL);
INSERT INTO entry VALUES(9,1750000610123511,1795860672617198,0,4,0,0,4,'workspace-1','credential-09',NULL,'system-1',NULL,NULL,'user-19','👩‍🚒 Eve',replace('Two\nlines	and a  sign','\n',char(10)),'req-7F3a','ada');
INSERT INTO entry VALUES(10,1750000671123522,1795860672623465,0,1,0,12,-1,'workspace-2','credential-10','Card 10**** Ada Okafor','system-1',NULL,NULL,'user-21','''); DROP TABLE entry; --',NULL,NULL,'ada');
INSERT INTO entry VALUES(11,1750000732123534,1795860672627574,1,2,10,0,3,'workspace-2','credential-11','Card 11**** José Łukasz',NULL,'user-22',replace('Two\nlines	and a  sign','\n',char(10)),NULL,NULL,'Not now',NULL,NULL);
INSERT INTO entry VALUES(12,1750000793123547,1795860672636559,1,1,10,0,-1,'workspace-2','credential-12','Card 12**** 山田太郎','system-1','user-24','محمد',NULL,NULL,NULL,NULL,'ada');
INSERT INTO entry VALUES(13,1750000915123576,0,1,0,0,0,-2,'workspace-1','credential-14',replace('Card 14**** Two\nlines	and a  sign','\n',char(10)),'system-1','user-28','''); DROP TABLE entry; --',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(14,1750000976123592,0,1,0,0,0,-1,'workspace-1','credential-15','Card 15**** محمد',NULL,'user-30','',NULL,NULL,NULL,NULL,'ada');
INSERT INTO entry VALUES(15,1750001037123609,1795860672645826,1,2,0,0,-2,'workspace-1','credential-16','Card 16**** 👩‍🚒 Eve','system-1','user-32',NULL,NULL,NULL,NULL,NULL,'ada');
INSERT INTO entry VALUES(16,1750001098123627,1795860672649984,1,2,0,0,-12,'workspace-1','credential-17','Card 17**** ''); DROP TABLE entry; --','system-1','user-34','Ada Okafor',NULL,NULL,NULL,'req-before',NULL);
INSERT INTO entry VALUES(17,1750001159123646,1795860672656697,1,2,0,0,-1007,'workspace-1','credential-18','Card 18**** ','system-1','user-36','José Łukasz',NULL,NULL,NULL,NULL,'ada');
INSERT INTO entry VALUES(18,1750001220123666,1795860672666844,1,1,0,0,-1,'workspace-1','credential-19',NULL,NULL,'user-38','山田太郎',NULL,NULL,NULL,'req-7F3a','ada');
INSERT INTO entry VALUES(19,1750001281123687,1795860672670926,1,2,0,0,3,'workspace-1','credential-20','Card 20**** Ada Okafor','system-1','user-40','O"Brien \ Söhne',NULL,NULL,'O"Brien \ Söhne','req-7F3a',NULL);
INSERT INTO entry VALUES(20,1750001342123709,1795860672677408,1,3,0,0,4,'workspace-1','credential-21','Card 21**** José Łukasz','system-1','user-42',replace('Two\nlines	and a  sign','\n',char(10)),NULL,NULL,replace('Two\nlines	and a  sign','\n',char(10)),NULL,'ada');
INSERT INTO entry VALUES(21,1750001403123732,1795860672681161,1,4,0,0,5,'workspace-1','credential-22','Card 22**** 山田太郎','system-1','user-44','محمد',NULL,NULL,'محمد','req-7F3a','ada');
INSERT INTO entry VALUES(22,1750001464123756,1795860672684592,1,1,0,24,-1,'workspace-2','credential-23','Card 23**** O"Brien \ Söhne',NULL,'user-46','👩‍🚒 Eve',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(23,1750001525123781,1795860672690165,0,2,22,0,3,'workspace-2','credential-24',replace('Card 24**** Two\nlines	and a  sign','\n',char(10)),'system-1',NULL,NULL,'user-49','José Łukasz','Not now',NULL,'ada');
INSERT INTO entry VALUES(24,1750001586123807,1795860672696576,0,1,22,0,-1,'workspace-2','credential-25','Card 25**** محمد','system-1',NULL,NULL,'user-51','山田太郎',NULL,NULL,'ada');
INSERT INTO entry VALUES(25,1750001708123862,0,2,0,0,0,-2,'workspace-1','credential-27','Card 27**** ''); DROP TABLE entry; --',NULL,'user-54','Ada Okafor','user-55',replace('Two\nlines	and a  sign','\n',char(10)),NULL,NULL,'ada');
INSERT INTO entry VALUES(26,1750001769123891,0,2,0,0,0,-1,'workspace-1','credential-28','Card 28**** ','system-1','user-56','José Łukasz','user-57','محمد',NULL,NULL,'ada');
INSERT INTO entry VALUES(27,1750001830123921,1795860672708580,2,2,0,0,-2,'workspace-1','credential-29',NULL,'system-1','user-58','山田太郎','user-59','👩‍🚒 Eve',NULL,NULL,NULL);
INSERT INTO entry VALUES(28,1750001891123952,1795860672712575,2,2,0,0,-12,'workspace-1','credential-30','Card 30**** Ada Okafor','system-1','user-60','O"Brien \ Söhne','user-61','''); DROP TABLE entry; --',NULL,'req-before','ada');
INSERT INTO entry VALUES(29,1750001952123984,1795860672716084,2,2,0,0,-1007,'workspace-1','credential-31','Card 31**** José Łukasz',NULL,'user-62',replace('Two\nlines	and a  sign','\n',char(10)),'user-63','',NULL,NULL,'ada');
INSERT INTO entry VALUES(30,1750002013124017,1795860672728255,2,1,0,0,-1,'workspace-1','credential-32','Card 32**** 山田太郎','system-1','user-64','محمد','user-65',NULL,NULL,'req-7F3a',NULL);
INSERT INTO entry VALUES(31,1750002074124051,1795860672732342,2,2,0,0,4,'workspace-1','credential-33','Card 33**** O"Brien \ Söhne','system-1','user-66','👩‍🚒 Eve','user-67','Ada Okafor',replace('Two\nlines	and a  sign','\n',char(10)),'req-7F3a','ada');
INSERT INTO entry VALUES(32,1750002135124086,1795860672736632,2,3,0,0,5,'workspace-1','credential-34',replace('Card 34**** Two\nlines	and a  sign','\n',char(10)),'system-1','user-68','''); DROP TABLE entry; --','user-69','José Łukasz','محمد',NULL,'ada');
INSERT INTO entry VALUES(33,1750002196124122,1795860672742567,2,4,0,0,6,'workspace-1','credential-35','Card 35**** محمد',NULL,'user-70','','user-71','山田太郎','👩‍🚒 Eve','req-7F3a',NULL);
INSERT INTO entry VALUES(34,1750002257124159,1795860672750123,2,1,0,36,-1,'workspace-2','credential-36','Card 36**** 👩‍🚒 Eve','system-1','user-72',NULL,'user-73','O"Brien \ Söhne',NULL,NULL,'ada');
INSERT INTO entry VALUES(35,1750002318124197,1795860672753284,2,2,34,0,3,'workspace-2','credential-37','Card 37**** ''); DROP TABLE entry; --','system-1','user-74','Ada Okafor','user-75',replace('Two\nlines	and a  sign','\n',char(10)),'Not now',NULL,'ada');
INSERT INTO entry VALUES(36,1750002379124236,1795860672756645,2,1,34,0,-1,'workspace-2','credential-38','Card 38**** ','system-1','user-76','José Łukasz','user-77','محمد',NULL,NULL,NULL);
INSERT INTO entry VALUES(37,-5,'x',77,-3,-1,-9,-400,'workspace-1','odd-1',NULL,'12','a',X'ff41',NULL,NULL,NULL,'12','ada');
INSERT INTO entry VALUES(38,1,2,77,9,0,0,-2000000000,'workspace-1','odd-2','Card','s',NULL,'Only a name','b',NULL,X'fe',NULL,NULL);
INSERT INTO entry VALUES(39,1,2,-1,1,0,0,-103,'workspace-1','odd-3','Card','s','a',NULL,'b',NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(40,1,2,0,2,0,0,-1003,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(41,1,2,1,2,0,0,-1103,'workspace-1','odd-5','Card','s','a','Ada','b','Bob',NULL,NULL,NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('entry',42);
CREATE INDEX entry_open ON entry (workspace_id, outcome);
CREATE INDEX entry_credential ON entry (credential_id);
PRAGMA user_version = 2;
COMMIT;
