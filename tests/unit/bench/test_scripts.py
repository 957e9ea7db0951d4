"""What is said in a bench comes from the conversations and the domain that exist."""

from bench.scripts import Said, client_scripts, payloads, shuffled
from bench.stock_model import stock_config


def test_scripts_are_what_the_client_says_up_to_where_somebody_else_acts() -> None:
    scripts = client_scripts()
    # From happy_path/cellulaire_plus_tard_agent.yml, which goes on, and from code_recu.yml.
    assert (Said("c'est pour le compte de mon entreprise, j'ai pas reçu le courriel"),) in scripts
    assert any(Said("Faites-le pour moi", pressed=True) in script for script in scripts)


def test_a_seed_sets_the_order_and_the_supply_has_no_end() -> None:
    scripts = client_scripts()

    def first(seed: int) -> list[object]:
        supply = shuffled(scripts, seed)
        return [next(supply) for _ in range(len(scripts) + 1)]

    assert first(1) == first(1) != first(2)
    assert first(1)[0] == first(1)[-1]


def test_the_payload_of_a_button_is_as_the_engine_sends_it() -> None:
    assert payloads()["lien expiré"] == "/lien_expire"
    assert payloads()["oui, effacez"] == '/question_confidentialite{"effacer": "oui"}'


def test_stock_has_its_own_pipeline_and_the_policies_of_our_rules() -> None:
    config = stock_config()
    names = [component["name"] for component in config["pipeline"]]
    assert {"SpacyFeaturizer", "DIETClassifier"} <= set(names)
    assert [policy["name"] for policy in config["policies"]] == ["MemoizationPolicy", "RulePolicy"]
