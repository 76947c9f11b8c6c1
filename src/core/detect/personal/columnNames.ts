/** What a column says about a person. `place` and `trait` alone are about anybody. */
export type ColumnKind = "name" | "email" | "phone" | "birth" | "address" | "number" | "place" | "trait" | "health";

const names: Readonly<Record<ColumnKind, string>> = {
  name: "firstname lastname middlename surname familyname givenname fullname maidenname forename fname lname vorname nachname familienname prenom nomdefamille apellido apellidos nombres cognome sobrenome nomecompleto voornaam achternaam cardholder cardholdername accountholder kontoinhaber customername patientname employeename contactname clientname membername",
  email: "email emailaddress mail mailaddress emailaddr emails workemail homeemail correo correoelectronico courriel adressemail epost sahkoposti emailadresse",
  phone: "phone phonenumber phoneno telephone telephonenumber mobile mobilephone mobilenumber mobileno cell cellphone cellnumber tel fax telefon telefonnummer handy handynummer mobilnummer telefono telefonocelular celular telefone portable numerotelephone",
  birth: "birthdate dateofbirth dob birthday born birthdt geburtsdatum geburtstag datedenaissance naissance fechadenacimiento fechanacimiento datanascita datadinascita datadenascimento datanascimento geboortedatum fodselsdato fodselsdag",
  address: "address address1 address2 addressline1 addressline2 streetaddress street street1 streetname homeaddress postaladdress mailingaddress strasse straße hausnummer adresse anschrift rue direccion indirizzo endereco adres",
  number: "ssn socialsecurity socialsecuritynumber sin nino nationalinsurance nationalinsurancenumber nationalid nationalidnumber taxid taxnumber taxpayerid tin itin steuerid steuernummer idnr personalausweis ausweisnummer passport passportnumber passportno reisepass driverslicense driverslicence driverlicense licensenumber dlnumber nir numsecu dni nif nie codicefiscale bsn rijksregister personnummer fodselsnummer cpr cprnr hetu pesel cpf rut curp aadhaar aadhar pan ahv ahvnummer svnr sozialversicherungsnummer nhs nhsnumber medicarenumber iban accountnumber bankaccount bankaccountnumber kontonummer routingnumber sortcode card cardnumber cardno creditcard creditcardnumber ccnumber debitcard pancard patientid patientnumber patientno mrn medicalrecordnumber insurancenumber insuranceid policyholderid memberid healthid versichertennummer krankenversicherungsnummer",
  place: "city town zip zipcode postcode postalcode plz ort stadt wohnort ville codepostal ciudad codigopostal citta cap cidade cep woonplaats country state county province name username displayname login company employer",
  trait: "gender sex age nationality maritalstatus religion ethnicity race salary income wage gehalt grosssalary netsalary geschlecht sexe edad alter lohn salaire sueldo politicalparty union sexualorientation",
  health: "diagnosis diagnoses diagnosiscode icd icd9 icd10 icdcode icd10code condition medicalcondition conditions medication medications drug drugname prescription dosage allergies allergy bloodtype bloodgroup hiv hivstatus disability treatment procedure procedurecode cptcode labresult testresult symptoms vaccination vaccine immunization admissiondate dischargedate medicalhistory smoker pregnancy pregnant therapy diagnose diagnostic medikament blutgruppe diagnostico diagnosi krankheit behandlung allergie",
};
const made: { kinds?: ReadonlyMap<string, ColumnKind> } = {};
const toKinds = () => new Map(Object.entries(names).flatMap(([kind, list]) => list.split(" ").map((name) => [name, kind as ColumnKind] as const)));
const owner = /^(?:customer|cust|user|usr|client|patient|pat|employee|emp|contact|billing|bill|shipping|ship|home|work|primary|secondary|personal|person|member|account|owner|guest|student|applicant|candidate|subscriber|holder|recipient|delivery|kunde|kunden|the|mother|father|spouse|beneficiary)(?=.{3})/;
const maxLength = 48;

/** What a column of this name holds about people: `E-Mail`, `customer_email` and `customerEmail` are the same. */
export function columnKind(name: string): ColumnKind | undefined {
  if (name.length < 2 || name.length > maxLength) return undefined;
  const plain = name.normalize("NFD").toLowerCase().replaceAll(/[^\p{L}\d]/gu, "").replaceAll("ø", "o");
  const kinds = (made.kinds ??= toKinds());
  return kinds.get(plain) ?? kinds.get(plain.replace(owner, ""));
}

/** Written without one of these in it, a text can hold no such column: spares the rest of the work. */
export const tellingKinds: ReadonlySet<ColumnKind> = new Set(["name", "email", "phone", "birth", "address", "number"]);
