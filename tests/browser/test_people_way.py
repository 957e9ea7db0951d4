"""A client and people at their desks: the whole way, a race, and a gateway that dies."""

import time

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.agent import Agent
from tests.browser.client import Client
from tests.browser.conftest import COLLEAGUE, Browse, Screenshot
from tests.browser.devices import DESKTOP, PHONE
from tests.browser.mailbox import Mailbox
from tests.browser.outage import gateway_killed
from tests.browser.typography import words
from tests.running_system import RunningSystem

JULIE = "Julie"
ANDROID = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Mobile Safari/537.36"
)
CODE, FIRST_NAME, LAST_NAME = "GH456789", "Mai", "Nguyen"
EMAIL = "mai.nguyen@example.net"
NOTE = "Vérifier l’adresse au dossier avec le conseiller."
NEUTRAL = "Si ces renseignements correspondent à un compte"
JOINS = "se joint à la conversation"
READ = "Lu"
# Time enough to tell both pages.
BEFORE_THE_PRESS_S = 0.5
PRESS_AT = "(button, moment) => void setTimeout(() => button.click(), moment - Date.now())"


@pytest.fixture
def phone_client(browse: Browse, system: RunningSystem) -> Client:
    """A client whose phone says that it is one."""
    return Client.arrive(browse(PHONE, user_agent=ANDROID), system.portal_url)


def test_from_a_form_to_people_and_in_the_end_to_a_call(
    phone_client: Client,
    agent: Agent,
    colleague: Agent,
    browse: Browse,
    system: RunningSystem,
    screenshot: Screenshot,
) -> None:
    client = phone_client
    # Past the throttle of whoever asked for this account before.
    system.let_pass(60)
    mailbox = Mailbox(browse(DESKTOP).new_page(), system, EMAIL)
    agent.sign_in()
    colleague.sign_in()

    first = _asks_for_a_person_in_mid_form(client, screenshot)
    _is_known_and_taken(client, agent, first, screenshot)
    _each_sees_the_other_write_and_read(client, agent, screenshot)
    _a_canned_reply_comes(client, agent)
    _a_note_stays_among_agents(client, agent, screenshot)
    _the_agent_has_the_mail_sent(client, agent, mailbox, system, screenshot)
    _a_colleague_goes_on(client, agent, colleague, first, screenshot)
    _the_assistant_goes_on(client, colleague, first, screenshot)

    second = _another_hand_over_ends_with_a_reason(client, agent, first, screenshot)
    _the_client_says_how_it_was(client, screenshot)
    _the_client_writes_again(client, agent, second, screenshot)
    _the_agent_leaves_for_good(client, agent, colleague, second, system, screenshot)
    _a_call_is_asked_for_while_nobody_is_there(client, colleague, second, screenshot)
    _the_agent_comes_back_and_calls(Agent(browse(DESKTOP), system), second, screenshot)


def test_two_agents_race_for_one_case(
    client: Client, agent: Agent, colleague: Agent, screenshot: Screenshot
) -> None:
    client.open()
    client.choose("Parler à un agent")
    reference = client.reference()
    racers = {JULIE: agent, COLLEAGUE: colleague}
    for each in racers.values():
        each.sign_in()
        each.case(reference).click()
    moment = (time.time() + BEFORE_THE_PRESS_S) * 1000
    for each in racers.values():
        each.page.get_by_role("button", name="Prendre", exact=True).evaluate(PRESS_AT, moment)

    joined = client.lines.filter(has_text=JOINS)
    expect(joined).to_have_count(1)
    has_it = JULIE if JULIE in joined.inner_text() else COLLEAGUE
    winner = racers.pop(has_it)
    [loser] = racers.values()
    expect(winner.composer).to_be_focused()
    refusal = loser.page.get_by_role("alert").filter(has_text="ce dossier")
    expect(refusal).to_have_text(f"{has_it} a déjà pris ce dossier en charge.")
    expect(loser.page.get_by_text(f"{has_it} répond à ce client.")).to_be_visible()
    expect(loser.composer).to_have_count(0)
    expect(_group(loser, "Avec d’autres agents")).to_contain_text(reference)
    client.is_with(f"Vous parlez avec {has_it}")
    screenshot(loser.page, "parcours-course")
    winner.close()


def test_a_gateway_killed_between_client_and_agent_loses_and_doubles_nothing(
    client: Client, agent: Agent, system: RunningSystem, screenshot: Screenshot
) -> None:
    agent.sign_in()
    client.open()
    client.choose("Parler à un agent")
    reference = client.reference()
    agent.take(reference)
    said = ["Bonjour, ici Julie.", "bonjour", "Je regarde.", "merci", "Un instant.", "d’accord"]
    said += ["Voilà.", "parfait"]
    agent.write(said[0])
    client.write(said[1])
    _both_see(client, agent, said[:2])

    offline = agent.page.get_by_role("paragraph").filter(has_text="La connexion est interrompue")
    # On their way.
    system.suspend("gateway")
    agent.write(said[2])
    client.write(said[3])
    with gateway_killed(system):
        expect(client.offline).to_be_visible()
        expect(offline).to_be_visible()
        agent.write(said[4])
        client.write(said[5])
        for each in (client, agent):
            last = each.transcript.get_by_role("listitem").last
            expect(last).to_contain_text("Sera envoyé au retour de la connexion")
            each.composer.fill("à moitié écrit")
        screenshot(client.page, "parcours-panne-client")
        screenshot(agent.page, "parcours-panne-bureau")

    _both_see(client, agent, said[:6])
    for each in (client, agent):
        expect(each.composer).to_have_value("à moitié écrit")
    # Whatever has become of these when it dies.
    agent.write(said[6])
    client.write(said[7])
    system.kill("gateway")
    _both_see(client, agent, said)
    stored = system.transcript(reference)
    assert [place for place, _ in stored] == list(range(1, len(stored) + 1))
    lines = [line for _, line in stored]
    for each in (client, agent):
        expect(_said(each.transcript)).to_have_text(lines)
    assert sorted(line for line in lines if line in said) == sorted(said)

    # They go on, the client still with the same agent.
    client.is_with("Vous parlez avec Julie")
    expect(_group(agent, "Mes conversations")).to_contain_text(reference)
    agent.write("Me revoici.")
    expect(client.lines.last).to_contain_text("Me revoici.")
    agent.close()


def _group(agent: Agent, name: str) -> Locator:
    """One of the lists of the queue."""
    return agent.queue.get_by_role("region", name=name)


def _record(agent: Agent) -> Locator:
    return agent.page.get_by_role("region", name="Dossier")


def _said(transcript: Locator) -> Locator:
    """What was said, without the marks of what is read."""
    told = transcript.get_by_role("listitem").get_by_role("paragraph")
    return told.filter(has_not_text=words("Lu", whole=True))


def _both_see(client: Client, agent: Agent, said: list[str]) -> None:
    for transcript in (client.transcript, agent.transcript):
        for line in said:
            expect(transcript.get_by_role("paragraph").get_by_text(line, exact=True)).to_have_count(
                1
            )


def _asks_for_a_person_in_mid_form(client: Client, screenshot: Screenshot) -> str:
    """The documented steps up to the form, and its first value; the reference given."""
    client.open()
    client.write("je ne reçois pas le courriel")
    client.hears("jusqu'à 30 minutes", "combien de temps")
    client.choose("Plus de 30 minutes")
    client.hears("courriels indésirables")
    client.choose("Oui, rien là")
    client.hears("l'adresse que vous avez donnée à votre conseiller")
    client.choose("Oui")
    client.hears("un nouvel envoi", "votre code d'utilisateur?")
    client.write(CODE)
    client.hears("prénom")
    client.write("je veux parler à une personne")
    expect(client.place).to_be_visible()
    expect(client.place).to_contain_text("environ")
    screenshot(client.page, "parcours-place")
    return client.reference()


def _is_known_and_taken(
    client: Client, agent: Agent, reference: str, screenshot: Screenshot
) -> None:
    agent.case(reference).click()
    case = agent.page.locator("bureau-case")
    expect(case.get_by_role("heading", level=2)).to_have_text("Demande à parler à une personne")
    for fact in ("Identité non vérifiée", "Téléphone ou tablette Android, Chrome"):
        expect(case.get_by_text(fact)).to_be_visible()
    expect(_record(agent)).to_contain_text("indésirables")
    expect(agent.transcript).to_contain_text("Je transmets votre demande")
    screenshot(agent.page, "parcours-dossier")
    agent.do("Prendre")
    expect(agent.composer).to_be_focused()
    client.is_with("Vous parlez avec Julie")
    expect(client.place).to_be_hidden()
    expect(agent.transcript).to_contain_text("[code d’utilisateur masqué]")
    expect(agent.transcript).not_to_contain_text(CODE)


def _each_sees_the_other_write_and_read(
    client: Client, agent: Agent, screenshot: Screenshot
) -> None:
    agent.composer.press_sequentially("Bonjour, ici Julie.")
    expect(client.transcript).to_contain_text("Julie écrit…")
    screenshot(client.page, "parcours-ecrit")
    agent.composer.press("Enter")
    expect(client.lines.last).to_contain_text("ici Julie")
    expect(agent.transcript.get_by_role("listitem").last).to_contain_text(READ)
    client.composer.press_sequentially("je n’ai toujours rien")
    expect(agent.transcript).to_contain_text("Client écrit…")
    client.composer.press("Enter")
    expect(client.lines.last).to_contain_text(READ)
    screenshot(agent.page, "parcours-conversation")


def _a_canned_reply_comes(client: Client, agent: Agent) -> None:
    agent.composer.press("/")
    search = agent.page.get_by_role("combobox", name="Chercher une réponse toute faite")
    search.press_sequentially("verifie")
    search.press("Enter")
    agent.composer.press("Enter")
    expect(client.lines.last).to_contain_text("Je vérifie de mon côté.")


def _a_note_stays_among_agents(client: Client, agent: Agent, screenshot: Screenshot) -> None:
    agent.page.get_by_label("Nouvelle note").fill(NOTE)
    agent.do("Ajouter la note")
    expect(_record(agent)).to_contain_text(NOTE)
    screenshot(agent.page, "parcours-note")
    client.page.reload()
    expect(client.lines.last).to_contain_text("Je vérifie de mon côté.")
    expect(client.panel).not_to_contain_text(NOTE)


def _the_agent_has_the_mail_sent(
    client: Client, agent: Agent, mailbox: Mailbox, system: RunningSystem, screenshot: Screenshot
) -> None:
    agent.do("Renvoyer un courriel")
    # The code was given to the form that was left.
    expect(agent.confirmation.get_by_text("Déjà donné par le client.")).to_have_count(1)
    agent.confirmation.get_by_label("Prénom").fill(FIRST_NAME)
    agent.confirmation.get_by_label("Nom de famille").fill(LAST_NAME)
    screenshot(agent.page, "parcours-renvoyer")
    agent.do("Envoyer la demande")
    expect(agent.confirmation).to_be_hidden()
    expect(client.lines.last).to_contain_text(NEUTRAL)
    expect(client.lines.filter(has_text=NEUTRAL)).to_have_count(1)
    screenshot(client.page, "parcours-renvoi")
    mailbox.open_new_mail()
    mailbox.page.go_back()
    assert system.outbox_is_empty()
    assert mailbox.arrived() == 1


def _a_colleague_goes_on(
    client: Client, agent: Agent, colleague: Agent, reference: str, screenshot: Screenshot
) -> None:
    agent.do("Transférer")
    agent.confirmation.get_by_role("radio", name=COLLEAGUE).check()
    agent.do("Transférer la conversation")
    expect(client.lines.last).to_contain_text(f"Julie vous laisse avec {COLLEAGUE}")
    client.is_with(f"Vous parlez avec {COLLEAGUE}")
    expect(_group(colleague, "Mes conversations")).to_contain_text(reference)
    colleague.case(reference).click()
    expect(_record(colleague)).to_contain_text(NOTE)
    colleague.write("Bonjour, ici Paul. J’ai tout lu.")
    expect(client.lines.last).to_contain_text("J’ai tout lu.")
    screenshot(client.page, "parcours-transfert")


def _the_assistant_goes_on(
    client: Client, colleague: Agent, reference: str, screenshot: Screenshot
) -> None:
    """The form is left; what was tried is not asked for again."""
    colleague.do("Rendre à l’assistant")
    expect(colleague.case(reference)).to_have_count(0)
    expect(
        client.lines.filter(has_text=f"{COLLEAGUE} vous laisse avec l’assistant")
    ).to_be_visible()
    client.is_with("Assistant automatisé")
    screenshot(client.page, "parcours-remise")
    # A form in progress would ask again for its value.
    client.write("combien de temps le lien est bon?")
    client.hears("une heure")
    client.write("je ne reçois toujours pas le courriel")
    client.hears("On continue là où on en était", "un nouvel envoi", "prénom")


def _another_hand_over_ends_with_a_reason(
    client: Client, agent: Agent, before: str, screenshot: Screenshot
) -> str:
    """The reference of the second one."""
    client.write("je veux parler à une personne")
    expect(client.place).to_be_visible()
    reference = client.reference()
    assert reference != before
    agent.take(reference)
    expect(_record(agent)).to_contain_text("indésirables")
    expect(_record(agent)).to_contain_text(before)
    agent.write("Me revoici. Le courriel est arrivé?")
    expect(client.lines.last).to_contain_text("Le courriel est arrivé?")
    agent.do("Fermer")
    agent.confirmation.get_by_role("radio", name="Réglé").check()
    agent.confirmation.get_by_label("Note (facultative)").fill("Courriel reçu.")
    screenshot(agent.page, "parcours-fermer")
    agent.do("Fermer la conversation")
    expect(client.lines.filter(has_text="La conversation est terminée")).to_be_visible()
    return reference


def _the_client_says_how_it_was(client: Client, screenshot: Screenshot) -> None:
    client.survey.get_by_role("group", name="Est-ce réglé?").get_by_role("radio", name="Oui").tap()
    score = client.survey.get_by_role("group", name="Comment était le service reçu?")
    score.get_by_role("radio", name="5, excellent").tap()
    screenshot(client.page, "parcours-avis")
    client.survey.get_by_role("button", name="Envoyer mon avis").tap()
    expect(client.panel.get_by_text("Merci, votre avis est noté.")).to_be_visible()


def _the_client_writes_again(
    client: Client, agent: Agent, reference: str, screenshot: Screenshot
) -> None:
    client.write("finalement le lien ne marche pas")
    expect(client.answer.last).to_contain_text("Votre demande est rouverte, et elle passe devant.")
    assert client.reference() == reference
    expect(client.place).to_be_visible()
    screenshot(client.page, "parcours-reprise")
    expect(agent.case(reference)).to_contain_text("Revenu")
    agent.take(reference)
    client.is_with("Vous parlez avec Julie")


def _the_agent_leaves_for_good(
    client: Client,
    agent: Agent,
    colleague: Agent,
    reference: str,
    system: RunningSystem,
    screenshot: Screenshot,
) -> None:
    agent.page.close()
    expect(colleague.page.get_by_text("Aucun collègue")).to_be_visible()
    system.let_pass(2)
    said = client.lines.filter(has_text="Julie n’est plus disponible")
    expect(said).to_contain_text("votre demande passe devant.")
    expect(client.place).to_be_visible()
    screenshot(client.page, "parcours-agent-parti")
    expect(colleague.case(reference)).to_contain_text("Revenu")


def _a_call_is_asked_for_while_nobody_is_there(
    client: Client, colleague: Agent, reference: str, screenshot: Screenshot
) -> None:
    colleague.page.close()
    client.is_with("Demande transmise")
    client.write("pouvez-vous me rappeler plutôt?")
    expect(client.answer.last).to_contain_text("À quel numéro")
    client.write("418 555-0123")
    expect(client.answer.last).to_contain_text("Quel moment")
    client.choose("Dès que possible")
    expect(client.answer.last).to_contain_text("Je résume")
    screenshot(client.page, "parcours-rappel")
    client.choose("Oui, rappelez-moi")
    expect(client.answer.first).to_contain_text("C’est noté")
    expect(client.answer.first).to_contain_text(reference)
    client.is_with("Assistant automatisé")


def _the_agent_comes_back_and_calls(agent: Agent, reference: str, screenshot: Screenshot) -> None:
    agent.sign_in()
    agent.page.get_by_role("tab", name="Rappels").click()
    due = agent.page.get_by_role("region", name="À faire maintenant")
    due.get_by_role("button").filter(has_text=reference).click()
    agent.do("Afficher le numéro")
    call = agent.page.get_by_role("link", name=words("Appeler le 418 555-0123"))
    expect(call).to_have_attribute("href", "tel:+14185550123")
    screenshot(agent.page, "parcours-rappeler")
    agent.do("Client joint")
    settled = agent.page.get_by_role("region", name="Réglés aujourd’hui")
    expect(settled).to_contain_text(reference)
